package io.callport.kafka.loop;

import io.callport.account.Account;
import io.callport.kafka.dispatch.LoopClock;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.publish.RefusalTallies;
import io.callport.kafka.state.PartitionSnapshot;
import io.callport.switchboard.LaneSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What the loop's thread copied of what it owns, in as little time as it can. Immutable.
 *
 * @param clock when
 * @param lanes the accounts of which anything is kept
 * @param refusals what was refused so far
 * @param homes each account's home; {@code null} while no topic was seen
 * @param owned the partitions that are worked on
 * @param partitions all that are this instance's
 */
record RawSnapshot(
        LoopClock clock,
        Map<Account, LaneSnapshot> lanes,
        Map<Account, RefusalTallies.Tally> refusals,
        @Nullable AccountHomes homes,
        Set<TopicPartition> owned,
        List<PartitionSnapshot> partitions) {
    /** Before the loop's first turn. */
    static RawSnapshot empty() {
        return new RawSnapshot(LoopClock.now(), Map.of(), Map.of(), null, Set.of(), List.of());
    }
}
