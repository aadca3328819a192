package io.callport.kafka.checkpoint;

import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Compares slots by the time at which they are freed. */
final class SlotAges {
    /** A slot in flight is the youngest of all: it counts as ending after all that it may still take. */
    static final Comparator<SpentSlot> YOUNGEST_FIRST =
            Comparator.comparing(SpentSlot::endedAgo, Comparator.nullsFirst(Comparator.naturalOrder()));

    static final SpentSlot JUST_NOW = new SpentSlot(Duration.ZERO);

    private SlotAges() {}

    static SpentSlot younger(@Nullable SpentSlot one, SpentSlot other) {
        return one != null && YOUNGEST_FIRST.compare(one, other) <= 0 ? one : other;
    }
}
