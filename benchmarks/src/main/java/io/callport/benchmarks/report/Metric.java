package io.callport.benchmarks.report;

/**
 * A measured quantity and its unit.
 *
 * @param name as in {@code throughput}
 * @param unit as in {@code results/s}
 */
public record Metric(String name, String unit) {}
