package io.callport.benchmarks.switchboard;

import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.Measurements;
import io.callport.benchmarks.comparison.Rounds;
import io.callport.benchmarks.comparison.RunContext;
import io.callport.benchmarks.report.ComparisonReport;
import io.callport.benchmarks.report.Goal;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.report.Verdict;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * B13: what a command costs in the switchboard, by the number of lanes, and by the number of queries that wait on its
 * lane.
 */
public final class EventGrowth implements Comparison {
    private static final Metric COST = new Metric("a command", "ns of processor time");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String LANES = " lanes";
    private static final String WAITING = " waiting queries";
    private static final String MEMORY = " lanes' memory alone";

    @Override
    public String id() {
        return "B13";
    }

    @Override
    public String title() {
        return "A command in the switchboard, by what is held: lanes, and queries that wait on one lane";
    }

    @Override
    public ComparisonReport measure(RunContext run) throws Exception {
        List<Integer> lanes = run.pick(sizes(100, 100_000), sizes(100, 100_000), sizes(100, 1_000));
        List<Integer> waiting = run.pick(sizes(10, 10_000), sizes(10, 10_000), sizes(10, 100));
        int cycles = run.pick(50_000, 10_000, 100);
        Rounds rounds = new Rounds(id());
        for (int size : lanes) {
            add(rounds, text(size) + LANES, cycles, new OpenLoop(size, size)::cycle);
        }
        for (int size : lanes) {
            add(rounds, text(size) + MEMORY, cycles, new MemoryWalk(size)::cycle);
        }
        for (int size : waiting) {
            add(rounds, text(size) + WAITING, cycles, new WaitingLoop(size)::cycle);
        }
        Measurements measured = rounds.run(run.pick(3, 2, 0), run.pick(9, 5, 1), run);
        List<Verdict> verdicts = List.of(
                verdict(measured, lanes, LANES, Goal.atMost(2)), verdict(measured, waiting, WAITING, Goal.atMost(4)));
        return new ComparisonReport(id(), title(), measured.figures(), verdicts, NOTES);
    }

    private static final List<String> NOTES = List.of(
            "With lanes, each command is of the lane that was asked least recently, so all its memory comes from far away. The walk"
                    + " over as much memory, without a switchboard, shows what of the growth that is.",
            "The steps of the code, which no cache changes, are counted in the build: GrowthTest.");

    private static void add(Rounds rounds, String name, int cycles, LongSupplier cycle) {
        rounds.add(name, () -> Map.of(COST, cost(cycles, cycle)));
    }

    private static double cost(int cycles, LongSupplier cycle) {
        long before = THREADS.getCurrentThreadCpuTime();
        long done = 0;
        for (int i = 0; i < cycles; i++) {
            done += cycle.getAsLong();
        }
        double nanos = THREADS.getCurrentThreadCpuTime() - before;
        return done == Long.MIN_VALUE ? 0 : nanos / cycles; // what is done is used
    }

    private static Verdict verdict(Measurements measured, List<Integer> sizes, String what, Goal goal) {
        int few = sizes.get(0);
        int many = sizes.get(sizes.size() - 1);
        return new Verdict(
                "a command with " + text(many) + what + ", as a multiple of " + text(few),
                measured.ratios(text(many) + what, text(few) + what, COST),
                goal);
    }

    /** The sizes from the least to the most, ten times as many each. */
    private static List<Integer> sizes(int least, int most) {
        List<Integer> sizes = new ArrayList<>();
        for (int size = least; size <= most; size *= 10) {
            sizes.add(size);
        }
        return sizes;
    }

    private static String text(int size) {
        return "%,d".formatted(size);
    }
}
