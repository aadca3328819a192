package io.callport.tools.deadletters;

import io.callport.kafka.admin.DeadLetter;
import io.callport.kafka.admin.DeadLetterPosition;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ConfigOption;
import io.callport.tools.shell.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "show",
        description =
                "Print the value of one dead letter, byte for byte and nothing else, so that it can be corrected.")
final class ShowCommand implements Callable<Integer> {
    private final DeadLetterSession session;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--at", required = true, paramLabel = "PARTITION/OFFSET", description = "Which one, as in 0/17.")
    private String at = "";

    ShowCommand(DeadLetterSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DeadLetterPosition position = DeadLetterSession.position("--at", at);
        DeadLetter letter = session.withLetters(
                session.settings().apply(config.file()),
                new ProgressPrinter(session.shell()),
                letters -> letters.at(position));
        byte[] value = letter.value();
        if (value == null) {
            throw CommandFailedException.failed(
                    "The dead letter at " + position + " has no value"
                            + (letter.valueIsLost() ? ": it was too large to be kept" : ""),
                    "Ask its publisher for it, and give it to callport dead-letters replay with --value.");
        }
        session.shell().out().write(value, 0, value.length);
        session.shell().out().flush();
        return ExitCode.DONE;
    }
}
