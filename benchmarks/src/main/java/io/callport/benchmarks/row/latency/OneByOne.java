package io.callport.benchmarks.row.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.account.Account;
import io.callport.benchmarks.peer.kafka.Peer;
import io.callport.benchmarks.peer.kafka.Work;
import io.callport.benchmarks.stage.Commands;
import io.callport.benchmarks.stage.Results;
import io.callport.benchmarks.stage.Stage;
import io.callport.benchmarks.vendor.BareCallbot;
import io.callport.benchmarks.vendor.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Commands one at a time: each is sent 20 to 60 ms after the result of the one before, so that nothing is under way.
 *
 * @param warmUp how many do not count
 * @param counted how many do
 */
record OneByOne(int warmUp, int counted) {
    private static final Account ACCOUNT = new Account("callbot", "single");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Through a peer: from just before {@code send} to the committed result at its reader. */
    Latencies through(Peer peer, String bootstrap, StandIn vendor) {
        Stage stage = Stage.set(bootstrap, 1);
        Peer.Running running = peer.start(new Work(stage, vendor.url(), List.of(ACCOUNT), null, 64));
        Results results = Results.of(stage, warmUp + counted);
        Latencies latencies = new Latencies();
        Random random = new Random(1);
        try (Commands commands = new Commands(stage, true)) {
            for (int i = 0; i < warmUp + counted; i++) {
                pause(random);
                Instant sent = Instant.now();
                long sentAt = System.nanoTime();
                commands.send(i, ACCOUNT, "customer-" + i);
                if (results.await(i + 1, PATIENCE) <= i) {
                    throw new IllegalStateException("no result for command " + i);
                }
                if (i >= warmUp) {
                    long took = results.arrivedAt(i) - sentAt;
                    latencies.add("in all", took);
                    parts(latencies, results.lastValue(), sent, took);
                }
            }
        } finally {
            running.close();
            results.close();
            stage.strike();
        }
        return latencies;
    }

    /** The bare request alone, without Kafka. */
    Latencies bare(StandIn vendor) {
        BareCallbot bare = new BareCallbot(vendor.url());
        Latencies latencies = new Latencies();
        Random random = new Random(1);
        for (int i = 0; i < warmUp + counted; i++) {
            pause(random);
            long sentAt = System.nanoTime();
            bare.lookup(ACCOUNT.key(), "customer-" + i);
            if (i >= warmUp) {
                latencies.add("in all", System.nanoTime() - sentAt);
            }
        }
        return latencies;
    }

    /** A result of Callport's says when its request started and ended; a copy says nothing. */
    private static void parts(Latencies latencies, byte[] value, Instant sent, long took) {
        if (value.length == 0 || value[0] != '{') {
            return;
        }
        try {
            JsonNode request = JSON.readTree(value).path("request");
            long started = since(sent, request.path("startedAt").asText());
            long ended = since(sent, request.path("endedAt").asText());
            latencies.add("from the command to its request", started);
            latencies.add("the request", ended - started);
            latencies.add("from the answer to the committed result", took - ended);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long since(Instant sent, String time) {
        return Duration.between(sent, Instant.parse(time)).toNanos();
    }

    private static void pause(Random random) {
        long until = System.nanoTime() + (20 + random.nextInt(40)) * 1_000_000L;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
