package io.callport.kafka.admin;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The latest dead letter of each identity that became a dead letter more than once. Remembers only those that may be
 * asked for, so that a large topic costs no memory.
 */
final class LatestDeadLetters {
    private final Predicate<DeadLetter> wanted;
    private final int limit;
    private final Map<String, Latest> latest = new HashMap<>();

    private record Latest(int count, DeadLetterPosition position) {}

    /**
     * @param wanted the dead letters that may be asked for
     * @param limit the most identities that are remembered
     */
    LatestDeadLetters(Predicate<DeadLetter> wanted, int limit) {
        this.wanted = wanted;
        this.limit = limit;
    }

    void add(DeadLetter letter) {
        if (letter.deadLetterCount() < 2 || !wanted.test(letter)) {
            return;
        }
        latest.merge(
                letter.identity(),
                new Latest(letter.deadLetterCount(), letter.position()),
                (before, now) -> now.count >= before.count ? now : before);
        if (latest.size() > limit) {
            throw new DeadLettersException("More than " + limit
                    + " dead letters died more than once, too many to tell which is which; choose fewer with --since or"
                    + " --from, or name those that are wanted with --at");
        }
    }

    /** The position of the latest dead letter of the same identity; {@code null} if it is this one. */
    @Nullable
    DeadLetterPosition after(DeadLetter letter) {
        Latest last = latest.get(letter.identity());
        return last == null || last.position.equals(letter.position()) ? null : last.position;
    }
}
