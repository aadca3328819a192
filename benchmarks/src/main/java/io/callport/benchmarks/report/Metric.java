package io.callport.benchmarks.report;

/**
 * What is measured.
 *
 * @param name as in {@code throughput}
 * @param unit as in {@code results/s}
 */
public record Metric(String name, String unit) {}
