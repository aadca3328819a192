package io.callport.benchmarks.comparison.latency;

import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.report.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Latencies by measured part, in milliseconds. */
final class Latencies {
    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    void add(String what, long nanos) {
        millis.computeIfAbsent(what, name -> new ArrayList<>()).add(nanos / 1e6);
    }

    /** The median and the 99th percentile of each part. */
    Map<Metric, Double> percentiles() {
        Map<Metric, Double> values = new LinkedHashMap<>();
        millis.forEach((what, all) -> {
            Samples samples = Samples.of(all);
            values.put(new Metric("p50, " + what, "ms"), samples.median());
            values.put(new Metric("p99, " + what, "ms"), samples.percentile(0.99));
        });
        return values;
    }
}
