package io.callport.benchmarks.switchboard;

import io.callport.benchmarks.report.Samples;
import io.callport.benchmarks.report.Table;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * The loads of {@link EventCost}, measured for ratios: all sizes run in one process by turns, a few milliseconds each,
 * in the processor time of this thread. So a neighbour's noise falls on all sizes alike, and the same compiled code
 * runs for all.
 */
public final class EventCostRatios {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int REFERENCE = 100;
    private static final int CYCLES = 5_000;
    private static final double QUARTER = 0.25;

    private final List<Series> all = new ArrayList<>();

    /** The cost of a cycle in each round, in nanoseconds, for one load and one number of lanes. */
    private record Series(String load, int lanes, LongSupplier cycle, List<Double> nanos) {}

    private EventCostRatios() {
        for (int lanes : new int[] {1, REFERENCE, 1_000, 100_000}) {
            add("resting", lanes, new OpenLoop(lanes, REFERENCE)::cycle);
            add("asked", lanes, new OpenLoop(lanes, lanes)::cycle);
            add("waiting", lanes, new ClosedLoop(lanes, 4)::cycle);
            add("memory", lanes, new MemoryWalk(lanes)::cycle);
        }
    }

    /**
     * Measures the ratios and prints a table.
     *
     * @param rounds the number of rounds that count; half as many warm-up rounds come first
     */
    public static void print(int rounds, PrintStream out) {
        EventCostRatios ratios = new EventCostRatios();
        long sum = 0;
        for (int round = 0; round < rounds + rounds / 2; round++) {
            for (Series series : ratios.all) {
                sum += run(series, round >= rounds / 2);
            }
        }
        out.print(ratios.table());
        out.println("(" + rounds + " rounds of " + CYCLES + " commands; checksum " + sum + ")");
    }

    private void add(String load, int lanes, LongSupplier cycle) {
        all.add(new Series(load, lanes, cycle, new ArrayList<>()));
    }

    private static long run(Series series, boolean counts) {
        long sum = 0;
        long before = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < CYCLES; i++) {
            sum += series.cycle.getAsLong();
        }
        if (counts) {
            series.nanos.add((double) (THREADS.getCurrentThreadCpuTime() - before) / CYCLES);
        }
        return sum;
    }

    private Table table() {
        Table table =
                new Table("load", "lanes", "least ns", "quarter ns", "median ns", "ratio of quarters to 100 lanes");
        for (String load : List.of("resting", "asked", "waiting", "memory")) {
            double reference = samples(load, REFERENCE).percentile(QUARTER);
            all.stream().filter(series -> series.load.equals(load)).forEach(series -> {
                Samples nanos = samples(load, series.lanes);
                double quarter = nanos.percentile(QUARTER);
                table.row(
                        load,
                        series.lanes,
                        Math.round(nanos.least()),
                        Math.round(quarter),
                        Math.round(nanos.median()),
                        String.format(Locale.ROOT, "%.2f", quarter / reference));
            });
        }
        return table;
    }

    private Samples samples(String load, int lanes) {
        return all.stream()
                .filter(series -> series.load.equals(load) && series.lanes == lanes)
                .map(series -> Samples.of(series.nanos))
                .findFirst()
                .orElseThrow();
    }
}
