package io.callport.tools.deadletters;

import io.callport.kafka.settings.KafkaSettings;
import io.callport.tools.shell.Shell;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Command;

/** Groups the commands about dead letters under one name. */
@Command(name = "dead-letters", description = "Look at records that were no commands, and publish them again.")
public final class DeadLettersCommand {
    /** Creates the command, which only leads to its {@link #commands}. */
    public DeadLettersCommand() {}

    /**
     * The commands about dead letters.
     *
     * @param settings the function that reads a configuration file
     */
    public static List<Object> commands(Shell shell, Function<Path, KafkaSettings> settings) {
        DeadLetterSession session = new DeadLetterSession(shell, settings);
        return List.of(new ListCommand(session), new ShowCommand(session), new ReplayCommand(session));
    }
}
