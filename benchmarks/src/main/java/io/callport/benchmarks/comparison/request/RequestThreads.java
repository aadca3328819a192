package io.callport.benchmarks.comparison.request;

import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.vendor.CallbotStandIn;
import io.callport.query.QueryFailedException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that send requests as fast as they are answered, each thread one request at a time. */
final class RequestThreads implements AutoCloseable {
    static final Metric TIME = new Metric("time", "µs a request");
    static final Metric PROCESSOR = new Metric("processor time", "µs a request");
    static final Metric AGAIN = new Metric("asked again", "of all, in %");

    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final CallbotStandIn vendor;
    private final int parallel;
    private final ExecutorService threads;
    private final AtomicInteger again = new AtomicInteger();

    /** A question: the making of its request and the reading of its answer. */
    interface Question {
        void ask(int number);
    }

    RequestThreads(CallbotStandIn vendor, int parallel) {
        this.vendor = vendor;
        this.parallel = parallel;
        this.threads = Executors.newFixedThreadPool(parallel);
    }

    /**
     * Asks the question that many times over all threads. The processor time is that of this whole process without the
     * vendor's thread.
     */
    Map<Metric, Double> ask(Question question, int requests) throws Exception {
        again.set(0);
        long processor = processorNanos();
        long began = System.nanoTime();
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < parallel; i++) {
            int first = i;
            ends.add(threads.submit(() -> {
                for (int number = first; number < requests; number += parallel) {
                    askOrAskAgain(question, number);
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        Map<Metric, Double> values = new LinkedHashMap<>();
        values.put(TIME, (System.nanoTime() - began) / 1e3 / requests);
        values.put(PROCESSOR, (processorNanos() - processor) / 1e3 / requests);
        values.put(AGAIN, 100.0 * again.get() / requests);
        return values;
    }

    /**
     * Repeats a request that failed: the JDK's client sometimes takes an idle connection in the very moment in which it
     * closes it.
     */
    private void askOrAskAgain(Question question, int number) {
        try {
            question.ask(number);
        } catch (QueryFailedException | UncheckedIOException e) {
            again.incrementAndGet();
            question.ask(number);
        }
    }

    private long processorNanos() {
        return PROCESS.getProcessCpuTime() - vendor.processorNanos();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
