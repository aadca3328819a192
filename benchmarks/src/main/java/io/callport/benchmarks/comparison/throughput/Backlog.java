package io.callport.benchmarks.comparison.throughput;

import io.callport.account.Account;
import io.callport.benchmarks.contender.kafka.Contender;
import io.callport.benchmarks.contender.kafka.ContenderTask;
import io.callport.benchmarks.harness.BenchmarkTopics;
import io.callport.benchmarks.harness.CommandPublisher;
import io.callport.benchmarks.harness.ResultCounts;
import io.callport.benchmarks.harness.ResultReader;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.vendor.CallbotStandIn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A backlog of commands that are all published before a contender starts.
 *
 * @param commands the number of commands
 * @param accounts the number of accounts, which take turns
 * @param queries the queries of the commands
 * @param parallel the limit of requests in flight
 * @param latency the vendor's latency
 * @param longest the time that a contender gets from its first results on; the results committed by then count
 * @param whole whether the contender must have finished all commands by then
 */
record Backlog(
        int commands, int accounts, Queries queries, int parallel, Duration latency, Duration longest, boolean whole) {
    static final Metric THROUGHPUT = new Metric("throughput", "results/s");
    static final Metric DONE = new Metric("done", "of all, in %");
    static final Metric REQUESTS = new Metric("requests", "a result");
    static final Metric SIZE = new Metric("size", "bytes a result");
    static final Metric AGAIN = new Metric("published again", "results");
    static final Metric VENDOR = new Metric("vendor's processor time", "µs a request");

    private static final int PARTITIONS = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** The queries of an account's commands. */
    enum Queries {
        DISTINCT,
        /** Equal queries for a fresh answer: commands that wait for the same request share it. */
        SHARED,
        /** Equal queries, whose answer may be a minute old. */
        REMEMBERED
    }

    /** A copy with other queries. */
    Backlog with(Queries others) {
        return new Backlog(commands, accounts, others, parallel, latency, longest, whole);
    }

    /** Runs the turn of a contender, with topics of its own. */
    Map<Metric, Double> run(String bootstrap, CallbotStandIn vendor, Contender contender) {
        List<Account> all = IntStream.range(0, accounts)
                .mapToObj(i -> new Account("callbot", "account-" + i))
                .toList();
        try (BenchmarkTopics topics = BenchmarkTopics.create(bootstrap, PARTITIONS)) {
            publish(topics, all);
            vendor.answerAfter(latency);
            long requests = vendor.requests();
            long processor = vendor.processorNanos();
            try (ResultReader results = ResultReader.of(topics, commands)) {
                ResultCounts counts = cutOff(
                        results, contender.start(new ContenderTask(topics, vendor.url(), all, null, parallel)), vendor);
                results.readToEnd();
                check(contender, counts, results, topics.committed());
                Map<Metric, Double> figures = figures(counts, results, vendor.requests() - requests);
                if (queries == Queries.DISTINCT) {
                    double micros = (vendor.processorNanos() - processor) / 1e3;
                    figures.put(VENDOR, micros / Math.max(1, vendor.requests() - requests));
                }
                return figures;
            }
        }
    }

    /**
     * Counts the results when all are there, or when the time is up; results that come while the contender closes are
     * too late.
     */
    private ResultCounts cutOff(ResultReader results, Contender.Running running, CallbotStandIn vendor) {
        try {
            results.await(1, TIMEOUT);
            results.await(commands, longest);
            return results.counts();
        } finally {
            running.close();
            vendor.hangUp();
        }
    }

    private void publish(BenchmarkTopics topics, List<Account> all) {
        try (CommandPublisher published = new CommandPublisher(topics, false)) {
            for (int i = 0; i < commands; i++) {
                Account account = all.get(i % accounts);
                switch (queries) {
                    case DISTINCT -> published.send(i, account, "customer-" + i);
                    case SHARED -> published.send(i, account, "customer");
                    case REMEMBERED -> published.sendShared(i, account, "customer", MAX_AGE);
                }
            }
            published.flush();
        }
    }

    /** Fails if a result that the contender committed is missing, or if its promise is broken. */
    private void check(Contender contender, ResultCounts counts, ResultReader results, long committed) {
        int inAll = results.counts().done();
        boolean missing = inAll < committed || (whole && counts.done() < commands);
        boolean copied = contender.exactlyOnce() && results.duplicates() > 0;
        if (counts.done() == 0 || missing || copied || results.refused() > 0) {
            throw new IllegalStateException(
                    "%d results of %d in time, %d at the end, %d committed, %d refused, %d published again"
                            .formatted(
                                    counts.done(),
                                    commands,
                                    inAll,
                                    committed,
                                    results.refused(),
                                    results.duplicates()));
        }
    }

    private Map<Metric, Double> figures(ResultCounts counts, ResultReader results, long requests) {
        Map<Metric, Double> figures = new LinkedHashMap<>();
        figures.put(THROUGHPUT, counts.perSecond());
        figures.put(DONE, 100.0 * counts.done() / commands);
        figures.put(REQUESTS, (double) requests / results.counts().done());
        figures.put(SIZE, results.bytesEach());
        figures.put(AGAIN, (double) results.duplicates());
        return figures;
    }
}
