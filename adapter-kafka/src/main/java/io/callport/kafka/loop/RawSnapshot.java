package io.callport.kafka.loop;

import io.callport.account.Account;
import io.callport.kafka.dispatch.LoopTime;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.publish.RefusalTallies;
import io.callport.kafka.state.AccountSnapshot.Inherited;
import io.callport.kafka.state.PartitionSnapshot;
import io.callport.switchboard.LaneSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The state that the loop's thread owns, copied in as little time as possible. Immutable.
 *
 * @param takenAt the time of the copy
 * @param lanes the lanes that are not idle, by account
 * @param refusals the refusals so far, by account
 * @param homes each account's home; {@code null} before a topic was seen
 * @param owned the partitions that are worked on
 * @param partitions all partitions of this instance
 * @param inherited the slots that accounts had spent when they were taken over and that still count
 */
record RawSnapshot(
        LoopTime takenAt,
        Map<Account, LaneSnapshot> lanes,
        Map<Account, RefusalTallies.Tally> refusals,
        @Nullable AccountHomes homes,
        Set<TopicPartition> owned,
        List<PartitionSnapshot> partitions,
        Map<Account, Inherited> inherited) {
    /** The snapshot before the loop's first turn. */
    static RawSnapshot empty() {
        return new RawSnapshot(LoopTime.now(), Map.of(), Map.of(), null, Set.of(), List.of(), Map.of());
    }
}
