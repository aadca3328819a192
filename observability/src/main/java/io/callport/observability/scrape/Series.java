package io.callport.observability.scrape;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The series of some items: one of each metric for each item.
 *
 * @param items the items that have series
 * @param labels the labels that name the item of a series
 */
record Series<T>(Collection<T> items, Function<T, Labels> labels) {
    GaugeSnapshot gauge(String name, String help, ToDoubleFunction<T> value) {
        return gauge(name, help, labels, value);
    }

    GaugeSnapshot gauge(String name, String help, Function<T, Labels> labels, ToDoubleFunction<T> value) {
        return new GaugeSnapshot(
                new MetricMetadata(name, help),
                items.stream()
                        .map(item -> new GaugeDataPointSnapshot(value.applyAsDouble(item), labels.apply(item), null))
                        .toList());
    }

    /** @param name the name without {@code _total}, which is appended */
    CounterSnapshot counter(String name, String help, ToDoubleFunction<T> value) {
        return new CounterSnapshot(
                new MetricMetadata(name, help),
                items.stream()
                        .map(item ->
                                new CounterDataPointSnapshot(value.applyAsDouble(item), labels.apply(item), null, 0))
                        .toList());
    }
}
