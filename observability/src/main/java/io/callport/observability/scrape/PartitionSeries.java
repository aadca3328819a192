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
        return Stream.of(Stream.of(phases(partitions), unread(known)), progress(begun), checkpoints(begun))
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
                "Records that were not read yet, as far as the consumer knows",
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
                        PartitionSnapshot::doneBeyond));
    }

    private static Stream<MetricSnapshot> checkpoints(Series<PartitionSnapshot> begun) {
        return Stream.of(
                begun.gauge(
                        "callport_checkpoint_bytes",
                        "How long the partition's checkpoint was when it was last written",
                        it -> it.checkpoint().total()),
                begun.gauge(
                        "callport_checkpoint_done_bytes",
                        "The part of the checkpoint that says what is done beyond the low-water mark",
                        it -> it.checkpoint().done()),
                begun.gauge(
                        "callport_checkpoint_limit_bytes",
                        "How long a checkpoint may be; from three quarters of it on, commands are refused",
                        it -> it.checkpoint().limit()));
    }

    private static boolean begun(PartitionSnapshot partition) {
        return partition.phase() == Phase.WORKING || partition.phase() == Phase.HELD;
    }

    private static Labels labels(PartitionSnapshot partition) {
        return Labels.of("topic", partition.topic(), "partition", String.valueOf(partition.partition()));
    }
}
