package io.callport.benchmarks.row.throughput;

import io.callport.account.Account;
import io.callport.benchmarks.peer.kafka.Peer;
import io.callport.benchmarks.peer.kafka.Work;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.stage.Commands;
import io.callport.benchmarks.stage.Results;
import io.callport.benchmarks.stage.Stage;
import io.callport.benchmarks.vendor.StandIn;
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
 * @param distinct whether no two ask the same; otherwise all of an account do, and take an answer of up to a minute
 * @param parallel how many requests may be in flight
 * @param latency how long the vendor takes
 * @param longest how long a contender gets; what it has done by then counts
 */
record Backlog(int commands, int accounts, boolean distinct, int parallel, Duration latency, Duration longest) {
    static final Metric THROUGHPUT = new Metric("throughput", "results/s");
    static final Metric DONE = new Metric("done", "of all, in %");
    static final Metric REQUESTS = new Metric("requests", "a result");

    private static final int PARTITIONS = 8;
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    /** One contender's turn, with topics of its own. */
    Map<Metric, Double> run(String bootstrap, StandIn vendor, Peer peer) {
        Stage stage = Stage.set(bootstrap, PARTITIONS);
        List<Account> all = IntStream.range(0, accounts)
                .mapToObj(i -> new Account("callbot", "account-" + i))
                .toList();
        publish(stage, all);
        vendor.answerAfter(latency);
        long requests = vendor.requests();
        Peer.Running running = peer.start(new Work(stage, vendor.url(), all, null, parallel));
        Results results = Results.of(stage, commands);
        try {
            results.await(commands, longest);
        } finally {
            running.close();
            results.close();
            stage.strike();
        }
        return figures(results, vendor.requests() - requests);
    }

    private void publish(Stage stage, List<Account> all) {
        try (Commands published = new Commands(stage, false)) {
            for (int i = 0; i < commands; i++) {
                Account account = all.get(i % accounts);
                if (distinct) {
                    published.send(i, account, "customer-" + i);
                } else {
                    published.sendShared(i, account, "customer", MAX_AGE);
                }
            }
            published.flush();
        }
    }

    private Map<Metric, Double> figures(Results results, long requests) {
        int done = results.done();
        if (results.refused() > 0 || results.again() > 0 || done == 0) {
            throw new IllegalStateException(
                    done + " results, " + results.refused() + " refused, " + results.again() + " more than once");
        }
        Map<Metric, Double> figures = new LinkedHashMap<>();
        figures.put(THROUGHPUT, results.perSecond());
        figures.put(DONE, 100.0 * done / commands);
        figures.put(REQUESTS, (double) requests / done);
        return figures;
    }
}
