package io.callport.observability.scrape;

import io.callport.kafka.state.Health;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.memory.MemoryLedger;
import io.callport.memory.MemoryUse;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Collects the health and the snapshot of the loop for Prometheus. Thread-safe.
 *
 * @param health the health of the loop
 * @param sinceTurn the time since the loop's last turn
 * @param snapshot the snapshot of the loop
 * @param memory the ledger of the process
 */
public record LoopCollector(
        Supplier<Health> health, Supplier<Duration> sinceTurn, Supplier<LoopSnapshot> snapshot, MemoryLedger memory)
        implements MultiCollector {
    @Override
    public MetricSnapshots collect() {
        LoopSnapshot seen = snapshot.get();
        return new MetricSnapshots(Stream.of(
                        loop(seen),
                        memoryHeld(),
                        PartitionSeries.of(seen.partitions()),
                        AccountSeries.of(seen.accounts()))
                .flatMap(it -> it)
                .filter(it -> !it.getDataPoints().isEmpty())
                .toList());
    }

    private Stream<MetricSnapshot> memoryHeld() {
        Series<MemoryUse> uses = new Series<>(List.of(MemoryUse.values()), it -> Labels.of("use", it.code()));
        Series<MemoryLedger> all = new Series<>(List.of(memory), it -> Labels.EMPTY);
        return Stream.of(
                uses.gauge("callport_memory_held_bytes", "Memory that is held, by use", memory::held),
                all.gauge(
                        "callport_memory_limit_bytes",
                        "Memory that all uses together may take",
                        MemoryLedger::capacity));
    }

    private Stream<MetricSnapshot> loop(LoopSnapshot seen) {
        Series<Health> one = new Series<>(List.of(health.get()), it -> Labels.EMPTY);
        return Stream.of(
                one.gauge("callport_ready", "1 if commands are answered, else 0", it -> it.ready() ? 1 : 0),
                one.gauge("callport_live", "1 if the loop turns, else 0", it -> it.live() ? 1 : 0),
                one.gauge(
                        "callport_loop_since_turn_seconds",
                        "How long ago the loop last went around",
                        it -> sinceTurn.get().toNanos() / 1e9),
                one.gauge(
                        "callport_state_age_seconds",
                        "How old the callport_account_ and callport_partition_ metrics are: the loop did not look since",
                        it -> Duration.between(seen.at(), Instant.now()).toNanos() / 1e9));
    }
}
