package io.callport.tools.deadletters;

import io.callport.account.Durations;
import io.callport.kafka.admin.DeadLetterFilter;
import io.callport.tools.shell.CommandFailedException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose dead letters. */
final class FilterOptions {
    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only those not older than this, as in 1h (an hour ago) or 2026-01-31T08:00:00Z.")
    private @Nullable String since;

    @Option(names = "--from", paramLabel = "TOPIC", description = "Only those first published on this topic.")
    private @Nullable String from;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Only those whose reason holds this text.")
    private @Nullable String reason;

    boolean given() {
        return since != null || from != null || reason != null;
    }

    DeadLetterFilter choice() {
        return new DeadLetterFilter(since == null ? null : time(since), from, reason);
    }

    private static Instant time(String text) {
        try {
            return text.contains("-") ? Instant.parse(text) : Instant.now().minus(Durations.parse(text));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw CommandFailedException.usage(
                    "--since: must be a duration or a time in UTC", "Write it as in 1h or 2026-01-31T08:00:00Z.");
        }
    }
}
