package io.callport.app.deadletters;

import io.callport.app.shell.SafeText;
import io.callport.app.shell.Shell;
import io.callport.kafka.admin.deadletters.LettersListener;
import io.callport.kafka.result.DeadLetter;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells what becomes of dead letters: what was done on stdout, the rest on stderr. */
final class Narrator implements LettersListener {
    private static final long PERIOD = Duration.ofSeconds(2).toNanos();

    private final Shell shell;
    private @Nullable Long toldAt;
    private long published;
    private long passedOver;
    private long refused;

    Narrator(Shell shell) {
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
    public void read(long offsets, long of) {
        long now = System.nanoTime();
        if (toldAt == null) {
            toldAt = now;
        } else if (offsets < of && now - toldAt > PERIOD) {
            toldAt = now;
            shell.err().println(String.format(Locale.ROOT, "... read %,d of %,d offsets", offsets, of));
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
    public void diedAgain(DeadLetter letter, String position) {
        passedOver++;
        shell.err().println(letter.position() + " was replayed before and died again, as " + position);
    }

    @Override
    public void refused(DeadLetter letter, String why) {
        refused++;
        shell.err().println(letter.position() + " was not replayed: " + SafeText.safe(why, 400));
    }
}
