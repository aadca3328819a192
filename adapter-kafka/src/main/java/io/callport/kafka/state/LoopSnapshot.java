package io.callport.kafka.state;

import java.time.Instant;
import java.util.List;

/**
 * The accounts and partitions of the loop, as its own thread saw them.
 *
 * @param at the time of the snapshot: long ago if the loop is stuck
 * @param accounts all configured accounts, in the order of their names
 * @param partitions the partitions that this instance owns
 */
public record LoopSnapshot(Instant at, List<AccountSnapshot> accounts, List<PartitionSnapshot> partitions) {
    public LoopSnapshot {
        accounts = List.copyOf(accounts);
        partitions = List.copyOf(partitions);
    }
}
