package io.callport.kafka.loop;

import io.callport.account.Account;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.state.PartitionSnapshot;
import io.callport.switchboard.LaneSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What the loop's thread saw of what it owns. Immutable.
 *
 * @param clock when
 * @param lanes the accounts of which anything is kept
 * @param refused what was refused so far
 * @param homes where accounts live; {@code null} while no topic was seen
 * @param begun the partitions that are worked on
 * @param partitions all that are this instance's
 */
public record Glance(
        LoopClock clock,
        Map<Account, LaneSnapshot> lanes,
        Map<Account, RefusalTallies.Tally> refused,
        @Nullable AccountHomes homes,
        Set<TopicPartition> begun,
        List<PartitionSnapshot> partitions) {
    /** Before anything was seen. */
    static Glance none() {
        return new Glance(
                new LoopClock(System.nanoTime(), Instant.now()), Map.of(), Map.of(), null, Set.of(), List.of());
    }
}
