package io.callport.benchmarks.report;

/**
 * A measured quantity and its unit.
 *
 * @param name the name, as in {@code throughput}
 * @param unit the unit, as in {@code results/s}
 */
public record Metric(String name, String unit) {}
