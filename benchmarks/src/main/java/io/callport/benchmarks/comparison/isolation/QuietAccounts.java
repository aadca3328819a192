package io.callport.benchmarks.comparison.isolation;

import io.callport.account.Account;
import io.callport.benchmarks.contender.kafka.Contender;
import io.callport.benchmarks.contender.kafka.ContenderTask;
import io.callport.benchmarks.harness.BenchmarkTopics;
import io.callport.benchmarks.harness.CommandPublisher;
import io.callport.benchmarks.harness.ResultReader;
import io.callport.benchmarks.vendor.CallbotStandIn;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Quiet accounts that send commands in turn, one every 10 ms, with a flood beside them or without.
 *
 * @param flood the flood; one of its accounts, {@link Flood#ACCOUNT}, has a budget of 20 in a minute
 * @param accounts the number of quiet accounts
 * @param warmUp the number of commands before the flood, which do not count
 * @param counted the number of commands that count
 * @param timeout the time that the last commands get; a command without a result by then counts with its age
 */
record QuietAccounts(Flood flood, int accounts, int warmUp, int counted, Duration timeout) {
    private static final Duration DEADLINE = Duration.ofMinutes(1);
    private static final long EVERY = 10_000_000;
    private static final int PARALLEL = 64;

    /** The latencies of the quiet accounts, in milliseconds, each from the time when its command was due. */
    List<Double> run(String bootstrap, CallbotStandIn vendor, Contender contender, boolean flooded) {
        List<Account> quiet = IntStream.range(0, accounts)
                .mapToObj(i -> new Account("callbot", "quiet-" + i))
                .toList();
        List<Account> all =
                Stream.concat(quiet.stream(), Stream.of(Flood.ACCOUNT)).toList();
        try (BenchmarkTopics topics = BenchmarkTopics.create(bootstrap, 1);
                ResultReader results = ResultReader.of(topics, warmUp + counted + flood.records(counted))) {
            Contender.Running running =
                    contender.start(new ContenderTask(topics, vendor.url(), all, Flood.ACCOUNT, PARALLEL));
            List<Double> millis;
            try (CommandPublisher commands = new CommandPublisher(topics, true);
                    CommandPublisher floods = new CommandPublisher(topics, true)) {
                millis = ask(commands, quiet, results, flooded ? floods : null);
            } finally {
                running.close();
                vendor.hangUp();
            }
            results.readToEnd();
            check(contender, results);
            return millis;
        }
    }

    /**
     * Fails if a command was refused, since a refusal is quick, or has a second result although the contender promises
     * one.
     */
    private void check(Contender contender, ResultReader results) {
        int refused = results.refused(0, warmUp + counted);
        int again = results.duplicates(0, warmUp + counted);
        if (refused > 0 || (contender.exactlyOnce() && again > 0)) {
            throw new IllegalStateException("of the quiet commands " + refused + " were refused "
                    + results.reasons(0, warmUp + counted) + ", " + again + " have more than one result");
        }
    }

    private List<Double> ask(
            CommandPublisher commands, List<Account> quiet, ResultReader results, @Nullable CommandPublisher floods) {
        askInTurn(commands, quiet, 0, warmUp, null);
        results.await(warmUp, timeout);
        if (floods != null) {
            flood.begin(floods, warmUp + counted);
        }
        long start = askInTurn(commands, quiet, warmUp, counted, floods);
        long end = awaitQuiet(results);
        return IntStream.range(0, counted)
                .mapToObj(i -> {
                    long arrived = results.arrivedAt(warmUp + i);
                    return ((arrived == 0 ? end : arrived) - (start + i * EVERY)) / 1e6;
                })
                .toList();
    }

    /**
     * Publishes commands and returns the time at which the first was due. Each further command is due 10 ms after the
     * one before, even if it is sent later.
     */
    private long askInTurn(
            CommandPublisher commands, List<Account> quiet, int first, int count, @Nullable CommandPublisher floods) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * EVERY;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            if (floods != null) {
                flood.next(floods, warmUp + counted, i);
            }
            commands.send(first + i, quiet.get(i % quiet.size()), "customer-" + (first + i), DEADLINE);
        }
        return start;
    }

    /** Waits until all quiet commands have a result, or timeout ends; returns that time. */
    private long awaitQuiet(ResultReader results) {
        long until = System.nanoTime() + timeout.toNanos();
        int next = warmUp;
        while (next < warmUp + counted && System.nanoTime() < until) {
            if (results.arrivedAt(next) == 0) {
                LockSupport.parkNanos(EVERY);
            } else {
                next++;
            }
        }
        return System.nanoTime();
    }
}
