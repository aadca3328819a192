package io.callport.kafka.deadletters;

import io.callport.kafka.message.DeadLetter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters were published again and died again: the same identity, with more deaths. Remembers those alone, so that
 * a large topic costs no memory.
 */
final class Deaths {
    private static final int MOST = 100_000;

    private final Map<String, Death> latest = new HashMap<>();

    private record Death(int count, String position) {}

    void see(DeadLetter letter) {
        if (letter.deaths() < 2) {
            return;
        }
        latest.merge(
                letter.identity(),
                new Death(letter.deaths(), letter.position()),
                (before, now) -> now.count >= before.count ? now : before);
        if (latest.size() > MOST) {
            throw new DeadLettersException("More than " + MOST
                    + " dead letters died more than once, too many to tell which is which; choose fewer with --since");
        }
    }

    /** Where a dead letter died last; {@code null} if that is what it tells itself. */
    @Nullable
    String after(DeadLetter letter) {
        Death death = latest.get(letter.identity());
        return death == null || death.position.equals(letter.position()) ? null : death.position;
    }
}
