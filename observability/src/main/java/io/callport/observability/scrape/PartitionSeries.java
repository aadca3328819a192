package io.callport.observability.scrape;

import io.callport.kafka.state.PartitionSnapshot;
import io.callport.kafka.state.PartitionSnapshot.Phase;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The series of the partitions that this instance owns. */
final class PartitionSeries {
    private PartitionSeries() {}

    static Stream<MetricSnapshot> of(List<PartitionSnapshot> partitions) {
        Series<PartitionSnapshot> begun =
                new Series<>(partitions.stream().filter(PartitionSeries::begun).toList(), PartitionSeries::labels);
        Series<PartitionSnapshot> known =
                new Series<>(partitions.stream().filter(it -> it.unread() >= 0).toList(), PartitionSeries::labels);
        Series<PartitionSnapshot> running = new Series<>(
                partitions.stream().filter(it -> it.phase() != Phase.STOPPED).toList(), PartitionSeries::labels);
        return Stream.of(
                        Stream.of(phases(partitions), unread(known), stateLag(running)), progress(begun), states(begun))
                .flatMap(it -> it);
    }

    private static MetricSnapshot phases(List<PartitionSnapshot> partitions) {
        return new Series<>(
                        EnumSet.allOf(Phase.class),
                        phase -> Labels.of(
                                "phase", phase.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .gauge("callport_partitions", "Partitions of this instance, by what is done with them", phase -> {
                    return (double) partitions.stream()
                            .filter(it -> it.phase() == phase)
                            .count();
                });
    }

    private static MetricSnapshot unread(Series<PartitionSnapshot> known) {
        return known.gauge(
                "callport_partition_unread_records",
                "Records that were not read yet, up to the high-water mark",
                PartitionSnapshot::unread);
    }

    private static Stream<MetricSnapshot> progress(Series<PartitionSnapshot> begun) {
        return Stream.of(
                begun.gauge(
                        "callport_partition_lag_records",
                        "Records from the low-water mark, below which every command has its result, to where it was read",
                        PartitionSnapshot::lag),
                begun.gauge(
                        "callport_partition_outstanding_commands",
                        "Commands that were read and have no result yet",
                        PartitionSnapshot::outstanding),
                begun.gauge(
                        "callport_partition_done_beyond_records",
                        "Records beyond the low-water mark that have their result",
                        PartitionSnapshot::doneBeyond),
                begun.gauge(
                        "callport_partition_held_back_records",
                        "Records that cannot be read before the open transaction of a publisher ends",
                        it -> it.heldBack().records()),
                begun.gauge(
                        "callport_partition_held_back_seconds",
                        "How long the same transaction has held these records back",
                        it -> it.heldBack().lasts().toNanos() / 1e9));
    }

    private static Stream<MetricSnapshot> states(Series<PartitionSnapshot> begun) {
        return Stream.of(
                begun.gauge(
                        "callport_state_accounts",
                        "Accounts of the partition that the state topic has a record of",
                        it -> it.state().accounts()),
                begun.gauge(
                        "callport_state_chunks",
                        "Chunks of 8192 offsets beyond the low-water mark that the state topic has a record of",
                        it -> it.state().chunks()));
    }

    private static MetricSnapshot stateLag(Series<PartitionSnapshot> running) {
        return running.gauge(
                "callport_state_lag_records",
                "Records of the state topic that are still to be read before the partition is taken over",
                it -> it.state().unread());
    }

    private static boolean begun(PartitionSnapshot partition) {
        return partition.phase() == Phase.WORKING || partition.phase() == Phase.HELD;
    }

    private static Labels labels(PartitionSnapshot partition) {
        return Labels.of("topic", partition.topic(), "partition", String.valueOf(partition.partition()));
    }
}
