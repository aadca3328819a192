package io.callport.tools.deadletters;

import io.callport.kafka.admin.DeadLetterFilter;
import io.callport.kafka.admin.DeadLetterPage;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ConfigOption;
import io.callport.tools.shell.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Show the newest dead letters: where they are, what they are, and why.")
final class ListCommand implements Callable<Integer> {
    private static final int MAX = 100_000;

    private final DeadLetterSession session;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private FilterOptions filterOptions = new FilterOptions();

    @Option(names = "--limit", paramLabel = "N", description = "How many at most; default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    ListCommand(DeadLetterSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > MAX) {
            throw CommandFailedException.usage("--limit: must be from 1 to " + MAX, "Write it as in 100.");
        }
        DeadLetterFilter choice = filterOptions.choice();
        KafkaSettings settings = session.settings().apply(config.file());
        DeadLetterPage page = session.withLetters(
                settings, new ProgressPrinter(session.shell()), letters -> letters.list(choice, limit));
        if (json) {
            page.entries().forEach(letter -> session.shell().out().println(DeadLetterJson.line(letter)));
        } else if (page.total() > 0) {
            DeadLetterTable.lines(page.entries()).forEach(session.shell().out()::println);
        }
        session.shell().err().println(summary(page, settings.topics().deadLetters()));
        return ExitCode.DONE;
    }

    private String summary(DeadLetterPage page, String topic) {
        String such = filterOptions.given() ? " such" : "";
        if (page.total() == 0) {
            return "There is no" + such + " dead letter on " + topic + ".";
        }
        if (page.total() > page.entries().size()) {
            return "These are the newest " + page.entries().size() + " of " + page.total() + such + " dead letters on "
                    + topic + "; --limit shows more.";
        }
        return page.total() == 1
                ? "This is the only" + such + " dead letter on " + topic + "."
                : "These are all " + page.total() + such + " dead letters on " + topic + ".";
    }
}
