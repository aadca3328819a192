package io.callport.benchmarks.comparison.signing;

import com.sun.management.ThreadMXBean;
import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.Measurements;
import io.callport.benchmarks.comparison.Rounds;
import io.callport.benchmarks.comparison.RunContext;
import io.callport.benchmarks.report.ComparisonReport;
import io.callport.benchmarks.report.Figure;
import io.callport.benchmarks.report.Goal;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.report.Verdict;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * B1: throughput and garbage of a signature, beside the bare digest of the same bytes. One thread, its processor time.
 */
public final class SignatureCost implements Comparison {
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
    public ComparisonReport measure(RunContext run) throws Exception {
        List<Figure> figures = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (SigningCase work : SigningCases.all()) {
            Measurements measurements = measure(work, run);
            figures.addAll(measurements.figures(work.name() + ": "));
            verdicts.add(new Verdict(
                    work.name() + ": throughput, as a multiple of the bare digest's",
                    measurements.ratios(CALLPORT, BARE, THROUGHPUT),
                    Goal.atLeast(0.9)));
            verdicts.add(new Verdict(
                    work.name() + ": garbage beyond the bare digest's, as a multiple of the result's size",
                    beyond(measurements, RetainedSize.bytes(work.signed(), run.pick(50_000, 50_000, 100))),
                    Goal.atMost(1)));
        }
        return new ComparisonReport(id(), title(), figures, verdicts, NOTES);
    }

    private static final List<String> NOTES = List.of(
            "The bare digest gets all bytes in one array that was made before; Callport gets the message and makes all"
                    + " headers.",
            "The result's size is what the heap grows by for each signature that is kept; the rest is garbage.",
            "7moor signs neither method nor body, so its work is one size.");

    private Measurements measure(SigningCase work, RunContext run) throws Exception {
        long slice = run.pick(100L, 30L, 1L) * 1_000_000;
        return new Rounds(id() + "  " + work.name())
                .add(CALLPORT, () -> turn(work.signed(), slice))
                .add(BARE, () -> turn(work.bare(), slice))
                .run(run.pick(3, 2, 0), run.pick(9, 5, 2), new RunContext(run.scale(), line -> {}));
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

    /** The garbage of Callport's signature: allocated and not returned, minus what the bare digest allocates. */
    private static List<Double> beyond(Measurements measurements, double result) {
        List<Double> callport = measurements.values(CALLPORT, ALLOCATED);
        List<Double> bare = measurements.values(BARE, ALLOCATED);
        return IntStream.range(0, callport.size())
                .mapToObj(round -> Math.max(0, callport.get(round) - result - bare.get(round)) / result)
                .toList();
    }
}
