package io.callport.tools.deadletters;

import io.callport.kafka.admin.DeadLetterEdit;
import io.callport.kafka.admin.DeadLetterFilter;
import io.callport.kafka.admin.DeadLetterPosition;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.tools.shell.CommandFailedException;
import io.callport.tools.shell.ConfigOption;
import io.callport.tools.shell.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        description =
                "Publish dead letters again, as they were or corrected, each with the identity of its first record. They "
                        + "stay where they are: a command that is replayed twice has two results.")
final class ReplayCommand implements Callable<Integer> {
    private final DeadLetterSession session;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--at", paramLabel = "PARTITION/OFFSET", description = "This one, as in 0/17; may be repeated.")
    private List<String> at = new ArrayList<>();

    @Option(
            names = "--all",
            description = "All of them, or those that --since, --from and --reason choose; also those that were "
                    + "replayed and answered, but of those that became dead letters again the last one alone.")
    private boolean all;

    @Mixin
    private FilterOptions filterOptions = new FilterOptions();

    @Mixin
    private EditOptions editOptions = new EditOptions();

    @Option(names = "--dry-run", description = "Publish nothing; say what would be.")
    private boolean dryRun;

    ReplayCommand(DeadLetterSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        requireOneWayToChoose();
        List<DeadLetterPosition> positions = at.stream()
                .distinct()
                .map(it -> DeadLetterSession.position("--at", it))
                .toList();
        DeadLetterFilter choice = filterOptions.choice();
        DeadLetterEdit edit = editOptions.read(session.shell(), positions.size() == 1);
        KafkaSettings settings = session.settings().apply(config.file());
        requireCommandTopic(edit, settings);
        ProgressPrinter printer = new ProgressPrinter(session.shell());
        try {
            session.withLetters(settings, printer, letters -> {
                if (all) {
                    letters.replay(choice, edit, dryRun);
                } else {
                    letters.replay(positions, edit, dryRun);
                }
                return printer;
            });
        } finally { // also after a failure half-way
            session.shell().err().println(summary(printer));
        }
        return printer.refused() == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void requireOneWayToChoose() {
        if (at.isEmpty() != all || (!all && filterOptions.given())) {
            throw CommandFailedException.usage(
                    "Either --at or --all says which dead letters; --since, --from and --reason go with --all",
                    "callport dead-letters list shows where they are.");
        }
    }

    private static void requireCommandTopic(DeadLetterEdit edit, KafkaSettings settings) {
        List<String> topics = settings.topics().vendors().values().stream()
                .map(VendorTopics::commands)
                .sorted()
                .toList();
        if (edit.topic() != null && !topics.contains(edit.topic())) {
            throw CommandFailedException.usage(
                    "--to: must be a command topic of the configuration",
                    topics.stream().collect(Collectors.joining(", ", "Name one of ", ".")));
        }
    }

    private String summary(ProgressPrinter printer) {
        String what = printer.published() == 1 ? "1 dead letter" : printer.published() + " dead letters";
        String summary = dryRun ? what + " would be replayed" : what + " replayed";
        if (all && printer.passedOver() > 0) {
            summary += ", " + printer.passedOver() + " passed over that died again later";
        }
        if (printer.refused() > 0) {
            summary += ", " + printer.refused() + " not";
        }
        return summary + ".";
    }
}
