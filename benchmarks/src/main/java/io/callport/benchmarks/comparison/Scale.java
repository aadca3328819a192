package io.callport.benchmarks.comparison;

/** How much is measured. */
public enum Scale {
    /** What the figures in the documentation are made with. */
    FULL,
    /** Enough to see where things stand. */
    QUICK,
    /** Only that it still works: no figure means anything. */
    SMOKE
}
