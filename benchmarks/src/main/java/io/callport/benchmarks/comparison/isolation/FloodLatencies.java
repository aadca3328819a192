package io.callport.benchmarks.comparison.isolation;

import io.callport.benchmarks.report.Figure;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.report.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The latencies of a contender in all rounds that count, without a flood and beside one, in milliseconds. */
final class FloodLatencies {
    private static final double P99 = 0.99;
    private static final Metric WITHOUT = new Metric("p99 without a flood", "ms");
    private static final Metric BESIDE = new Metric("p99 beside a flood", "ms");
    private static final Metric TIMES = new Metric("p99 beside a flood", "times that without");
    private static final Metric MEDIAN = new Metric("p50 beside a flood", "times that without");
    private static final Metric POOLED = new Metric("p99 beside a flood, all rounds as one", "times that without");

    private final List<Double> without = new ArrayList<>();
    private final List<Double> beside = new ArrayList<>();

    /** Measures a turn, with the flood first in every second round, and adds it. */
    Map<Metric, Double> turn(int round, Function<Boolean, List<Double>> latencies) {
        boolean floodFirst = Math.floorMod(round, 2) == 1;
        List<Double> first = latencies.apply(floodFirst);
        List<Double> second = latencies.apply(!floodFirst);
        return floodFirst ? add(round, second, first) : add(round, first, second);
    }

    /** Adds a round, unless the round is a warm-up; returns the round's figures. */
    Map<Metric, Double> add(int round, List<Double> roundWithout, List<Double> roundBeside) {
        if (round >= 0) {
            without.addAll(roundWithout);
            beside.addAll(roundBeside);
        }
        Samples quiet = Samples.of(roundWithout);
        Samples flooded = Samples.of(roundBeside);
        Map<Metric, Double> values = new LinkedHashMap<>();
        values.put(WITHOUT, quiet.percentile(P99));
        values.put(BESIDE, flooded.percentile(P99));
        values.put(TIMES, flooded.percentile(P99) / quiet.percentile(P99));
        values.put(MEDIAN, flooded.median() / quiet.median());
        return values;
    }

    /** The p99 of all commands beside a flood, as a multiple of the p99 of all commands without a flood. */
    double pooled() {
        return Samples.of(beside).percentile(P99) / Samples.of(without).percentile(P99);
    }

    Figure figure(String contender) {
        return new Figure(contender, POOLED, List.of(pooled()));
    }
}
