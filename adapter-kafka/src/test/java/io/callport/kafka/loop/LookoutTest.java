package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.state.AccountSnapshot.Refusal;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.query.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LookoutTest {
    private static final Account ACCOUNT = Account.parse("7moor:1");

    @Test
    void whatIsRefusedAfterALookIsNotInIt() {
        RefusalTallies refused = new RefusalTallies(Set.of(ACCOUNT));
        Lookout lookout = new Lookout(Map.of(ACCOUNT, Budget.UNLIMITED));
        refused.published(ACCOUNT, new Refusal(Reason.EXPIRED, "before", Instant.now()));
        CompletableFuture<LoopSnapshot> first = CompletableFuture.supplyAsync(lookout::look);
        while (!first.isDone()) {
            lookout.show(() -> new Glance(LoopClock.now(), Map.of(), refused.all(), null, Set.of(), List.of()));
            Thread.onSpinWait();
        }
        refused.published(ACCOUNT, new Refusal(Reason.OVER_BUDGET, "after", Instant.now()));

        assertThat(lookout.look())
                .as("nobody looked since")
                .isEqualTo(first.join())
                .satisfies(seen -> assertThat(seen.accounts())
                        .singleElement()
                        .matches(it -> it.overBudget() == 0)
                        .extracting(it ->
                                it.lastRefusal() == null ? "" : it.lastRefusal().detail())
                        .isEqualTo("before"));
    }
}
