package io.callport.benchmarks.comparison.throughput;

import io.callport.account.Account;
import io.callport.benchmarks.harness.BenchmarkTopics;
import io.callport.benchmarks.harness.CommandPublisher;
import io.callport.benchmarks.harness.ResultCounts;
import io.callport.benchmarks.harness.ResultReader;
import io.callport.benchmarks.peer.kafka.Peer;
import io.callport.benchmarks.peer.kafka.PeerTask;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.vendor.CallbotStandIn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Commands that are all there before a contender starts.
 *
 * @param commands how many
 * @param accounts of how many accounts, in turn
 * @param queries what they ask
 * @param parallel how many requests may be in flight
 * @param latency how long the vendor takes
 * @param longest how long a contender gets from its first results on; what is committed by then counts
 * @param whole whether it must have done all of them by then
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
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** What the commands of an account ask. */
    enum Queries {
        /** Each something else. */
        DISTINCT,
        /** All the same, and now: those share a request that wait for it. */
        SHARED,
        /** All the same, and an answer may be a minute old. */
        REMEMBERED
    }

    /** The same with other queries. */
    Backlog with(Queries others) {
        return new Backlog(commands, accounts, others, parallel, latency, longest, whole);
    }

    /** One contender's turn, with topics of its own. */
    Map<Metric, Double> run(String bootstrap, CallbotStandIn vendor, Peer peer) {
        List<Account> all = IntStream.range(0, accounts)
                .mapToObj(i -> new Account("callbot", "account-" + i))
                .toList();
        try (BenchmarkTopics stage = BenchmarkTopics.set(bootstrap, PARTITIONS)) {
            publish(stage, all);
            vendor.answerAfter(latency);
            long requests = vendor.requests();
            long processor = vendor.processorNanos();
            try (ResultReader results = ResultReader.of(stage, commands)) {
                ResultCounts seen =
                        cutOff(results, peer.start(new PeerTask(stage, vendor.url(), all, null, parallel)), vendor);
                results.readToEnd();
                check(peer, seen, results, stage.committed());
                Map<Metric, Double> figures = figures(seen, results, vendor.requests() - requests);
                if (queries == Queries.DISTINCT) {
                    double micros = (vendor.processorNanos() - processor) / 1e3;
                    figures.put(VENDOR, micros / Math.max(1, vendor.requests() - requests));
                }
                return figures;
            }
        }
    }

    /** What is there when all are, or when the time is up; what comes while the contender closes comes too late. */
    private ResultCounts cutOff(ResultReader results, Peer.Running running, CallbotStandIn vendor) {
        try {
            results.await(1, PATIENCE);
            results.await(commands, longest);
            return results.seen();
        } finally {
            running.close();
            vendor.hangUp();
        }
    }

    private void publish(BenchmarkTopics stage, List<Account> all) {
        try (CommandPublisher published = new CommandPublisher(stage, false)) {
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

    /** What a contender says that it has done must be there, and what it promises must be so. */
    private void check(Peer peer, ResultCounts seen, ResultReader results, long committed) {
        int inAll = results.seen().done();
        boolean missing = inAll < committed || (whole && seen.done() < commands);
        boolean copied = peer.exactlyOnce() && results.again() > 0;
        if (seen.done() == 0 || missing || copied || results.refused() > 0) {
            throw new IllegalStateException(
                    "%d results of %d in time, %d at the end, %d committed, %d refused, %d published again"
                            .formatted(seen.done(), commands, inAll, committed, results.refused(), results.again()));
        }
    }

    private Map<Metric, Double> figures(ResultCounts seen, ResultReader results, long requests) {
        Map<Metric, Double> figures = new LinkedHashMap<>();
        figures.put(THROUGHPUT, seen.perSecond());
        figures.put(DONE, 100.0 * seen.done() / commands);
        figures.put(REQUESTS, (double) requests / results.seen().done());
        figures.put(SIZE, results.bytesEach());
        figures.put(AGAIN, (double) results.again());
        return figures;
    }
}
