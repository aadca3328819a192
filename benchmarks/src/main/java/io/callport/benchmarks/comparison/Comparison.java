package io.callport.benchmarks.comparison;

import io.callport.benchmarks.report.RowReport;

/** One line of the comparison: some work, those who do it, and what is to be shown. */
public interface Comparison {
    /** As in {@code B3}. */
    String id();

    /** What it is about, in one line. */
    String title();

    /**
     * Measures.
     *
     * @param run how much, and who is told how far it has come
     * @throws Exception if something does not work: then there is no report
     */
    RowReport measure(RunContext run) throws Exception;
}
