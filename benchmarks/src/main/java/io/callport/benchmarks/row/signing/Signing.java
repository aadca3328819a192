package io.callport.benchmarks.row.signing;

import com.sun.management.ThreadMXBean;
import io.callport.benchmarks.report.Figure;
import io.callport.benchmarks.report.Goal;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.report.RowReport;
import io.callport.benchmarks.report.Verdict;
import io.callport.benchmarks.row.Contest;
import io.callport.benchmarks.row.Measured;
import io.callport.benchmarks.row.Row;
import io.callport.benchmarks.row.Run;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** B1: throughput and garbage of a signature, beside the bare digest of the same bytes. One thread, its processor time. */
public final class Signing implements Row {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Metric THROUGHPUT = new Metric("throughput", "signatures/s of processor time");
    private static final Metric ALLOCATED = new Metric("allocated", "bytes a signature");
    private static final String CALLPORT = "Callport";
    private static final String BARE = "bare digest";

    @SuppressWarnings("UnusedVariable") // so that no compiler finds out that nobody wants the result
    private @Nullable Object kept;

    @Override
    public String id() {
        return "B1";
    }

    @Override
    public String title() {
        return "Sign 60 bytes, 2 kB and 64 kB, each scheme, beside the JDK's bare digest of the same bytes";
    }

    @Override
    public RowReport measure(Run run) throws Exception {
        List<Figure> figures = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (Work work : Works.all()) {
            Measured measured = measure(work, run);
            figures.addAll(measured.figures(work.name() + ": "));
            verdicts.add(new Verdict(
                    work.name() + ": throughput, as a multiple of the bare digest's",
                    measured.ratios(CALLPORT, BARE, THROUGHPUT),
                    Goal.atLeast(0.9)));
            verdicts.add(new Verdict(
                    work.name() + ": garbage beyond the bare digest's, as a multiple of the result's size",
                    beyond(measured, Retained.bytes(work.signed(), run.pick(50_000, 50_000, 100))),
                    Goal.atMost(1)));
        }
        return new RowReport(id(), title(), figures, verdicts, NOTES);
    }

    private static final List<String> NOTES = List.of(
            "The bare digest gets all bytes in one array that was made before; Callport gets the message and makes all"
                    + " headers.",
            "The result's size is what the heap grows by for each signature that is kept; the rest is garbage.",
            "7moor signs neither method nor body, so its work is one size.");

    private Measured measure(Work work, Run run) throws Exception {
        long slice = run.pick(100L, 30L, 1L) * 1_000_000;
        return new Contest(id() + "  " + work.name())
                .add(CALLPORT, () -> turn(work.signed(), slice))
                .add(BARE, () -> turn(work.bare(), slice))
                .run(run.pick(3, 2, 0), run.pick(9, 5, 2), new Run(run.scale(), line -> {}));
    }

    private Map<Metric, Double> turn(Supplier<?> work, long nanos) {
        long bytesBefore = THREADS.getCurrentThreadAllocatedBytes();
        long before = THREADS.getCurrentThreadCpuTime();
        long done = 0;
        while (done == 0 || THREADS.getCurrentThreadCpuTime() - before < nanos) {
            for (int i = 0; i < 64; i++) {
                kept = work.get();
            }
            done += 64;
        }
        long took = THREADS.getCurrentThreadCpuTime() - before;
        long bytes = THREADS.getCurrentThreadAllocatedBytes() - bytesBefore;
        Map<Metric, Double> values = new LinkedHashMap<>();
        values.put(THROUGHPUT, done * 1e9 / took);
        values.put(ALLOCATED, (double) bytes / done);
        return values;
    }

    /** What Callport allocates and does not return, less what the bare digest allocates. */
    private static List<Double> beyond(Measured measured, double result) {
        List<Double> callport = measured.values(CALLPORT, ALLOCATED);
        List<Double> bare = measured.values(BARE, ALLOCATED);
        return IntStream.range(0, callport.size())
                .mapToObj(round -> Math.max(0, callport.get(round) - result - bare.get(round)) / result)
                .toList();
    }
}
