package io.callport.tools.deadletters;

import io.callport.kafka.admin.DeadLetter;
import io.callport.kafka.admin.DeadLetterListener;
import io.callport.kafka.admin.DeadLetterPosition;
import io.callport.tools.shell.SafeText;
import io.callport.tools.shell.Shell;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the progress of work on dead letters: replays to stdout, everything else to stderr. */
final class ProgressPrinter implements DeadLetterListener {
    private static final long PERIOD = Duration.ofSeconds(2).toNanos();

    private final Shell shell;
    private @Nullable Long printedAt;
    private long published;
    private long passedOver;
    private long refused;

    ProgressPrinter(Shell shell) {
        this.shell = shell;
    }

    long published() {
        return published;
    }

    long passedOver() {
        return passedOver;
    }

    long refused() {
        return refused;
    }

    @Override
    public void progress(long offsets, long total) {
        long now = System.nanoTime();
        if (printedAt == null) {
            printedAt = now;
        } else if (offsets < total && now - printedAt > PERIOD) {
            printedAt = now;
            shell.err().println(String.format(Locale.ROOT, "... read %,d of %,d offsets", offsets, total));
        }
    }

    @Override
    public void published(DeadLetter letter, String position) {
        published++;
        shell.out().println("replayed " + letter.position() + " as " + position + " ce_id=" + letter.identity());
    }

    @Override
    public void wouldBePublished(DeadLetter letter, String topic) {
        published++;
        shell.out().println("would replay " + letter.position() + " on " + topic + " ce_id=" + letter.identity());
    }

    @Override
    public void repeated(DeadLetter letter, DeadLetterPosition position) {
        passedOver++;
        shell.err().println(letter.position() + " was replayed before and died again, as " + position);
    }

    @Override
    public void refused(DeadLetter letter, String reason) {
        refused++;
        shell.err().println(letter.position() + " was not replayed: " + SafeText.safe(reason, 400));
    }
}
