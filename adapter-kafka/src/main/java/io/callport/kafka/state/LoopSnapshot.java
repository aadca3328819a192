package io.callport.kafka.state;

import java.time.Instant;
import java.util.List;

/**
 * What the loop works on, as its own thread saw it.
 *
 * @param at when that was: long ago if the loop stands
 * @param accounts all that are configured, in the order of their names
 * @param partitions those that are this instance's
 */
public record LoopSnapshot(Instant at, List<AccountSnapshot> accounts, List<PartitionSnapshot> partitions) {
    /** Copies the lists. */
    public LoopSnapshot {
        accounts = List.copyOf(accounts);
        partitions = List.copyOf(partitions);
    }
}
