package io.callport.tools;

import io.callport.tools.deadletters.DeadLettersCommand;
import io.callport.tools.shell.ConfigOption;
import io.callport.tools.shell.Shell;
import io.callport.tools.sign.SignCommand;
import io.callport.tools.state.StateCommand;
import java.util.List;
import picocli.CommandLine;

/** The commands other than the service, to be added to a command line. */
public final class Tools {
    private Tools() {}

    /**
     * New commands in the order of the help, as picocli's annotated objects or command lines.
     *
     * @param shell the streams and the environment of the commands
     */
    public static List<Object> commands(Shell shell) {
        return List.of(
                new CheckCommand(shell),
                new SendCommand(shell),
                new QueryCommand(shell),
                new StateCommand(shell, file -> ConfigOption.read(file, shell).kafkaSettings()),
                deadLetters(shell),
                new WebhooksCommand(shell),
                sign(shell));
    }

    private static CommandLine deadLetters(Shell shell) {
        CommandLine deadLetters = new CommandLine(new DeadLettersCommand());
        DeadLettersCommand.commands(
                        shell, file -> ConfigOption.read(file, shell).kafkaSettings())
                .forEach(deadLetters::addSubcommand);
        return deadLetters;
    }

    private static CommandLine sign(Shell shell) {
        CommandLine sign = new CommandLine(new SignCommand());
        SignCommand.vendors(shell).forEach(sign::addSubcommand);
        return sign;
    }
}
