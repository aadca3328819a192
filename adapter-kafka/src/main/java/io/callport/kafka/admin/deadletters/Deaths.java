package io.callport.kafka.admin.deadletters;

import io.callport.kafka.result.DeadLetter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters were published again and died again: the same identity, with more deaths. Remembers those alone, and only
 * where it is asked for them, so that a large topic costs no memory.
 */
final class Deaths {
    private final Predicate<DeadLetter> asked;
    private final int most;
    private final Map<String, Death> latest = new HashMap<>();

    private record Death(int count, String position) {}

    /**
     * Those that may be asked for.
     *
     * @param most how many are remembered
     */
    Deaths(Predicate<DeadLetter> asked, int most) {
        this.asked = asked;
        this.most = most;
    }

    void see(DeadLetter letter) {
        if (letter.deaths() < 2 || !asked.test(letter)) {
            return;
        }
        latest.merge(
                letter.identity(),
                new Death(letter.deaths(), letter.position()),
                (before, now) -> now.count >= before.count ? now : before);
        if (latest.size() > most) {
            throw new DeadLettersException("More than " + most
                    + " dead letters died more than once, too many to tell which is which; choose fewer with --since or"
                    + " --from, or name those that are wanted with --at");
        }
    }

    /** Where a dead letter died last; {@code null} if that is what it tells itself. */
    @Nullable
    String after(DeadLetter letter) {
        Death death = latest.get(letter.identity());
        return death == null || death.position.equals(letter.position()) ? null : death.position;
    }
}
