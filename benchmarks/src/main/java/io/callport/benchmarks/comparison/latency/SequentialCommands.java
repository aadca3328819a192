package io.callport.benchmarks.comparison.latency;

import io.callport.account.Account;
import io.callport.benchmarks.contender.kafka.Contender;
import io.callport.benchmarks.contender.kafka.ContenderTask;
import io.callport.benchmarks.harness.BenchmarkTopics;
import io.callport.benchmarks.harness.CommandPublisher;
import io.callport.benchmarks.harness.ResultReader;
import io.callport.benchmarks.vendor.BareCallbot;
import io.callport.benchmarks.vendor.CallbotStandIn;
import io.callport.benchmarks.vendor.JdkBareClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Commands one at a time: each is sent 10 to 40 ms after the result of the one before, so that nothing is under way.
 *
 * @param warmUp the number of commands that do not count
 * @param counted the number of commands that count
 */
record SequentialCommands(int warmUp, int counted) {
    private static final Account ACCOUNT = new Account("callbot", "single");
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    /** Measures commands through a contender, from just before {@code send} to the committed result at its reader. */
    Latencies through(Contender contender, LatencyParts parts, String bootstrap, CallbotStandIn vendor) {
        try (BenchmarkTopics topics = BenchmarkTopics.create(bootstrap, 1);
                ResultReader results = ResultReader.of(topics, warmUp + counted)) {
            Contender.Running running =
                    contender.start(new ContenderTask(topics, vendor.url(), List.of(ACCOUNT), null, 64));
            try (CommandPublisher commands = new CommandPublisher(topics, true)) {
                return ask(commands, results, parts);
            } finally {
                running.close();
            }
        }
    }

    private Latencies ask(CommandPublisher commands, ResultReader results, LatencyParts parts) {
        Latencies latencies = new Latencies();
        Random random = new Random(1);
        for (int i = 0; i < warmUp + counted; i++) {
            pause(random);
            Instant sent = Instant.now();
            long sentAt = System.nanoTime();
            commands.send(i, ACCOUNT, "customer-" + i);
            if (results.await(i + 1, TIMEOUT) <= i) {
                throw new IllegalStateException("no result for command " + i);
            }
            if (i >= warmUp) {
                long took = results.arrivedAt(i) - sentAt;
                latencies.add("in all", took);
                latencies.add(
                        "until the broker acknowledged the command", Math.max(0, commands.acknowledgedAt() - sentAt));
                parts.add(latencies, results.last(), sent, took);
            }
        }
        return latencies;
    }

    /** Measures the bare request alone, without Kafka. */
    Latencies bare(CallbotStandIn vendor) {
        Latencies latencies = new Latencies();
        Random random = new Random(1);
        try (BareCallbot bare = new BareCallbot(vendor.url(), new JdkBareClient())) {
            for (int i = 0; i < warmUp + counted; i++) {
                pause(random);
                long sentAt = System.nanoTime();
                bare.lookup(ACCOUNT.key(), "customer-" + i);
                if (i >= warmUp) {
                    latencies.add("in all", System.nanoTime() - sentAt);
                }
            }
        }
        return latencies;
    }

    private static void pause(Random random) {
        long until = System.nanoTime() + (10 + random.nextInt(30)) * 1_000_000L;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
