package io.callport.observability.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.state.AccountSnapshot;
import io.callport.kafka.state.Health;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.kafka.state.PartitionSnapshot;
import io.callport.kafka.state.PartitionSnapshot.HeldBack;
import io.callport.kafka.state.PartitionSnapshot.Phase;
import io.callport.kafka.state.PartitionSnapshot.StateSize;
import io.callport.memory.MemoryLedger;
import io.callport.observability.SeriesPage;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.LaneSnapshot;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The series of partitions and accounts show the loop's snapshot, each number in its own series. */
class StateSeriesTest {
    private static final QueryFailure BUSY = QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, "busy");

    @Test
    void aServedPartitionHasEachNumberAndOthersOnlyTheirStage() {
        List<PartitionSnapshot> partitions = List.of(
                new PartitionSnapshot("in", 1, Phase.WORKING, 11, 12, 13, 14, new StateSize(15, 16, 0))
                        .with(new HeldBack(100, Duration.ofMillis(1_500))),
                new PartitionSnapshot("in", 2, Phase.HELD, 21, -1, 23, 24, new StateSize(25, 26, 0)),
                new PartitionSnapshot("in", 3, Phase.TAKING_OVER, 31, -1, 33, 34, StateSize.NONE),
                new PartitionSnapshot("in", 4, Phase.TAKING_OVER, 41, -1, 43, 44, new StateSize(0, 0, 47)),
                new PartitionSnapshot("in", 5, Phase.STOPPED, 51, -1, 53, 54, new StateSize(55, 56, 57)));
        assertThat(series(
                        new LoopSnapshot(Instant.now(), List.of(), partitions),
                        "callport_partition|callport_state_(accounts|chunks|lag)"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("callport_partitions{phase=\"working\"}", 1.0),
                        Map.entry("callport_partitions{phase=\"held\"}", 1.0),
                        Map.entry("callport_partitions{phase=\"taking-over\"}", 2.0),
                        Map.entry("callport_partitions{phase=\"stopped\"}", 1.0),
                        Map.entry("callport_partition_lag_records{partition=\"1\",topic=\"in\"}", 11.0),
                        Map.entry("callport_partition_unread_records{partition=\"1\",topic=\"in\"}", 112.0),
                        Map.entry("callport_partition_outstanding_commands{partition=\"1\",topic=\"in\"}", 13.0),
                        Map.entry("callport_partition_done_beyond_records{partition=\"1\",topic=\"in\"}", 14.0),
                        Map.entry("callport_partition_held_back_records{partition=\"1\",topic=\"in\"}", 100.0),
                        Map.entry("callport_partition_held_back_seconds{partition=\"1\",topic=\"in\"}", 1.5),
                        Map.entry("callport_partition_held_back_records{partition=\"2\",topic=\"in\"}", 0.0),
                        Map.entry("callport_partition_held_back_seconds{partition=\"2\",topic=\"in\"}", 0.0),
                        Map.entry("callport_state_accounts{partition=\"1\",topic=\"in\"}", 15.0),
                        Map.entry("callport_state_chunks{partition=\"1\",topic=\"in\"}", 16.0),
                        Map.entry("callport_partition_lag_records{partition=\"2\",topic=\"in\"}", 21.0),
                        Map.entry("callport_partition_outstanding_commands{partition=\"2\",topic=\"in\"}", 23.0),
                        Map.entry("callport_partition_done_beyond_records{partition=\"2\",topic=\"in\"}", 24.0),
                        Map.entry("callport_state_accounts{partition=\"2\",topic=\"in\"}", 25.0),
                        Map.entry("callport_state_chunks{partition=\"2\",topic=\"in\"}", 26.0),
                        Map.entry("callport_state_lag_records{partition=\"1\",topic=\"in\"}", 0.0),
                        Map.entry("callport_state_lag_records{partition=\"2\",topic=\"in\"}", 0.0),
                        Map.entry("callport_state_lag_records{partition=\"3\",topic=\"in\"}", 0.0),
                        Map.entry("callport_state_lag_records{partition=\"4\",topic=\"in\"}", 47.0)));
    }

    @Test
    void anAccountAtHomeHasEachNumberAndOthersHaveNoSeries() {
        List<AccountSnapshot> accounts = List.of(
                new AccountSnapshot(Budget.parse("20/PT1M"), "in-1", true, lane("a"), 7, null, null, null),
                new AccountSnapshot(Budget.parse("20/PT1M"), "in-2", false, lane("b"), 8, null, null, null),
                new AccountSnapshot(
                        Budget.UNLIMITED,
                        "in-3",
                        true,
                        LaneSnapshot.idle(new Account("7moor", "c")),
                        0,
                        null,
                        null,
                        null));
        assertThat(series(new LoopSnapshot(Instant.now(), accounts, List.of()), "callport_account"))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("callport_account_waiting_commands{account=\"7moor:a\"}", 12.0),
                        Map.entry("callport_account_oldest_wait_seconds{account=\"7moor:a\"}", 61.25),
                        Map.entry("callport_account_requests_in_flight{account=\"7moor:a\"}", 3.0),
                        Map.entry("callport_account_budget_requests{account=\"7moor:a\"}", 20.0),
                        Map.entry("callport_account_budget_used_requests{account=\"7moor:a\"}", 15.0),
                        Map.entry("callport_account_budget_free_requests{account=\"7moor:a\"}", 5.0),
                        Map.entry("callport_account_over_budget_total{account=\"7moor:a\"}", 7.0),
                        Map.entry(
                                "callport_account_closed_seconds{account=\"7moor:a\",reason=\"vendor-unavailable\"}",
                                30.5),
                        Map.entry("callport_account_waiting_commands{account=\"7moor:c\"}", 0.0),
                        Map.entry("callport_account_oldest_wait_seconds{account=\"7moor:c\"}", 0.0),
                        Map.entry("callport_account_requests_in_flight{account=\"7moor:c\"}", 0.0),
                        Map.entry("callport_account_over_budget_total{account=\"7moor:c\"}", 0.0),
                        Map.entry("callport_account_closed_seconds{account=\"7moor:c\",reason=\"none\"}", 0.0)));
    }

    @Test
    void theLoopHasItsHealthAndTheAgeOfItsSnapshot() {
        LoopSnapshot seen = new LoopSnapshot(Instant.now().minusSeconds(40), List.of(), List.of());
        Map<String, Double> series = series(seen, "callport_(ready|live|loop|state)");
        assertThat(series)
                .containsEntry("callport_ready{}", 0.0)
                .containsEntry("callport_live{}", 1.0)
                .containsEntry("callport_loop_since_turn_seconds{}", 1.5)
                .hasSize(4);
        assertThat(series.get("callport_state_age_seconds{}")).isBetween(40.0, 100.0);
    }

    private static LaneSnapshot lane(String key) {
        return new LaneSnapshot(
                new Account("7moor", key), 12, Duration.ofMillis(61_250), 3, 15, Duration.ofMillis(30_500), BUSY);
    }

    private static Map<String, Double> series(LoopSnapshot snapshot, String names) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Health waits = new Health(true, List.of("It waits"));
        registry.getPrometheusRegistry()
                .register(new LoopCollector(
                        () -> waits, () -> Duration.ofMillis(1_500), () -> snapshot, new MemoryLedger(1_000)));
        return SeriesPage.values(registry.scrape(), names);
    }
}
