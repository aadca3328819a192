package io.callport.kafka.loop;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.publish.RefusalTallies;
import io.callport.kafka.state.AccountSnapshot;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.kafka.state.PartitionSnapshot.HeldBack;
import io.callport.switchboard.LaneSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.apache.kafka.common.TopicPartition;

/** Builds the public snapshot, on the thread that requested the snapshot: there may be many accounts. Thread-safe. */
final class LoopSnapshotBuilder {
    private final List<Entry<Account, Budget>> accounts;

    /** @param accounts all configured accounts with their budgets */
    LoopSnapshotBuilder(Map<Account, Budget> accounts) {
        this.accounts = accounts.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .toList();
    }

    /**
     * Builds a snapshot.
     *
     * @param heldBack the records of each partition that open transactions hold back
     * @param owners the members of the group that have the partitions, in words
     */
    LoopSnapshot build(RawSnapshot raw, Map<TopicPartition, HeldBack> heldBack, Map<TopicPartition, String> owners) {
        return new LoopSnapshot(
                raw.takenAt().wall(),
                accounts.stream()
                        .map(entry -> account(entry.getKey(), entry.getValue(), raw, owners))
                        .toList(),
                raw.partitions().stream()
                        .map(partition -> partition.with(heldBack.getOrDefault(
                                new TopicPartition(partition.topic(), partition.partition()), HeldBack.NONE)))
                        .toList());
    }

    private static AccountSnapshot account(
            Account account, Budget budget, RawSnapshot raw, Map<TopicPartition, String> owners) {
        TopicPartition home = raw.homes() == null ? null : raw.homes().homeOf(account);
        LaneSnapshot lane = raw.lanes().get(account);
        RefusalTallies.Tally tally = raw.refusals().getOrDefault(account, RefusalTallies.NONE);
        return new AccountSnapshot(
                budget,
                home == null ? null : home.toString(),
                home != null && raw.owned().contains(home),
                lane == null ? LaneSnapshot.idle(account) : lane,
                tally.overBudget(),
                tally.last(),
                raw.inherited().get(account),
                home == null ? null : owners.get(home));
    }
}
