package io.callport.benchmarks.comparison;

import io.callport.benchmarks.report.ComparisonReport;

/** A row of the comparison: a task, its contenders, and the figures to show. */
public interface Comparison {
    /** The row's name, as in {@code B3}. */
    String id();

    /** The row's subject, in one line. */
    String title();

    /**
     * Measures the row.
     *
     * @param run the scale and the progress output
     * @throws Exception if the measurement fails, which leaves the row without a report
     */
    ComparisonReport measure(RunContext run) throws Exception;
}
