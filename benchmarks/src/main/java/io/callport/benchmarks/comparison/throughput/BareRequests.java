package io.callport.benchmarks.comparison.throughput;

import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.vendor.BareCallbot;
import io.callport.benchmarks.vendor.BareClient;
import io.callport.benchmarks.vendor.CallbotStandIn;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * The same requests by the bare client alone, without Kafka, commands and results: an upper bound for every contender
 * that makes them.
 *
 * @param requests the number of requests
 * @param parallel the number of threads that make requests
 * @param latency the vendor's latency
 * @param longest the time that the threads get from the first answer on; the requests answered by then count
 */
record BareRequests(int requests, int parallel, Duration latency, Duration longest) {
    Map<Metric, Double> run(CallbotStandIn vendor, BareClient client) throws InterruptedException {
        vendor.answerAfter(latency);
        Turn turn = new Turn(new BareCallbot(vendor.url(), client));
        try {
            return Map.of(Backlog.THROUGHPUT, turn.perSecond());
        } finally {
            vendor.hangUp();
        }
    }

    private final class Turn {
        private final BareCallbot bare;
        private final long started = System.nanoTime();
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private final AtomicLong first = new AtomicLong();
        private final CountDownLatch ends = new CountDownLatch(parallel);

        Turn(BareCallbot bare) {
            this.bare = bare;
        }

        double perSecond() throws InterruptedException {
            IntStream.range(0, parallel).forEach(i -> new Thread(this::ask, "benchmark-bare-" + i).start());
            ends.await();
            return done.get() * 1e9 / (System.nanoTime() - first.get());
        }

        private void ask() {
            try {
                for (int number = next.getAndIncrement();
                        number < requests && inTime();
                        number = next.getAndIncrement()) {
                    askOnce(number);
                }
            } finally {
                ends.countDown();
            }
        }

        private boolean inTime() {
            long answered = first.get();
            return System.nanoTime() - (answered == 0 ? started : answered) < longest.toNanos();
        }

        /**
         * Makes one request. A failed request does not count: the JDK's client takes a connection that is being closed
         * now and then.
         */
        private void askOnce(int number) {
            try {
                bare.lookup("account-" + number % 100, "customer-" + number);
                first.compareAndSet(0, System.nanoTime());
                done.incrementAndGet();
            } catch (UncheckedIOException e) {
                next.decrementAndGet();
            }
        }
    }
}
