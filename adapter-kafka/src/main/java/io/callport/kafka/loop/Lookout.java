package io.callport.kafka.loop;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.state.AccountSnapshot;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.switchboard.LaneSnapshot;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/** Tells others what the loop works on: its thread only shows what there is, the rest is done by whoever asks. Thread-safe. */
public final class Lookout {
    private final SnapshotExchange looks = new SnapshotExchange();
    private final List<Entry<Account, Budget>> accounts;

    public Lookout(Map<Account, Budget> accounts) {
        this.accounts = accounts.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .toList();
    }

    /** On the loop's thread: shows what there is, if someone has asked. */
    public void show(Supplier<Glance> what) {
        looks.answer(what);
    }

    public LoopSnapshot look() {
        Glance glance = looks.glance();
        return new LoopSnapshot(
                glance.clock().wall(),
                accounts.stream()
                        .map(entry -> state(entry.getKey(), entry.getValue(), glance))
                        .toList(),
                glance.partitions());
    }

    private AccountSnapshot state(Account account, Budget budget, Glance glance) {
        TopicPartition home = glance.homes() == null ? null : glance.homes().of(account);
        LaneSnapshot lane = glance.lanes().get(account);
        RefusalTallies.Tally tally = glance.refused().getOrDefault(account, RefusalTallies.NONE);
        return new AccountSnapshot(
                budget,
                home == null ? null : home.toString(),
                home != null && glance.begun().contains(home),
                lane == null ? LaneSnapshot.idle(account) : lane,
                tally.overBudget(),
                tally.last());
    }
}
