package io.callport.benchmarks.comparison.signing;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** The size of a result with everything that the result references. */
final class RetainedSize {
    private RetainedSize() {}

    /** Makes that many results and keeps them; returns the growth of the heap per result, at least 1. */
    static double bytes(Supplier<?> results, int count) {
        Object[] kept = new Object[count];
        long before = used();
        for (int i = 0; i < count; i++) {
            kept[i] = results.get();
        }
        long grown = used() - before;
        return kept[count - 1] == null ? 1 : Math.max(1, (double) grown / count);
    }

    private static long used() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
