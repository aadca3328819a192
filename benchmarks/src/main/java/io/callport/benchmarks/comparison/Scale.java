package io.callport.benchmarks.comparison;

/** The scale of a measurement. */
public enum Scale {
    /** The scale of the figures in the documentation. */
    FULL,
    /** A scale for a rough result. */
    QUICK,
    /** A scale that only shows that the row still works: no figure means anything. */
    SMOKE
}
