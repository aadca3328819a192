package io.callport.benchmarks.comparison;

/** The scale of a measurement. */
public enum Scale {
    /** The scale of the figures in the documentation. */
    FULL,
    /** Enough for a rough result. */
    QUICK,
    /** Enough to see that the row still works: no figure means anything. */
    SMOKE
}
