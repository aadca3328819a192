package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.dispatch.LoopTime;
import io.callport.kafka.publish.RefusalTallies;
import io.callport.kafka.state.AccountSnapshot.PublishedRefusal;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.query.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LoopSnapshotBuilderTest {
    private static final Account ACCOUNT = Account.parse("7moor:1");

    @Test
    void whatIsRefusedAfterASnapshotIsNotInIt() {
        RefusalTallies refusals = new RefusalTallies(Set.of(ACCOUNT));
        SnapshotExchange exchange = new SnapshotExchange();
        LoopSnapshotBuilder builder = new LoopSnapshotBuilder(Map.of(ACCOUNT, Budget.UNLIMITED));
        refusals.add(ACCOUNT, new PublishedRefusal(Reason.EXPIRED, "before", Instant.now()));
        CompletableFuture<LoopSnapshot> first =
                CompletableFuture.supplyAsync(() -> builder.build(exchange.get(), Map.of(), Map.of()));
        while (!first.isDone()) {
            exchange.offer(() ->
                    new RawSnapshot(LoopTime.now(), Map.of(), refusals.all(), null, Set.of(), List.of(), Map.of()));
            Thread.onSpinWait();
        }
        refusals.add(ACCOUNT, new PublishedRefusal(Reason.OVER_BUDGET, "after", Instant.now()));

        assertThat(builder.build(exchange.get(), Map.of(), Map.of()))
                .as("no snapshot was taken since")
                .isEqualTo(first.join())
                .satisfies(seen -> assertThat(seen.accounts())
                        .singleElement()
                        .matches(it -> it.overBudget() == 0)
                        .extracting(it ->
                                it.lastRefusal() == null ? "" : it.lastRefusal().detail())
                        .isEqualTo("before"));
    }
}
