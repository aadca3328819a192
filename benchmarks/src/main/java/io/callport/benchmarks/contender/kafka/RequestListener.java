package io.callport.benchmarks.contender.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.benchmarks.vendor.BareCallbot;
import io.callport.benchmarks.vendor.BareClient;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The listener that a user of Parallel Consumer or Spring Kafka would write. It reads the command, keeps the account's
 * budget if it has one, makes the same request to the vendor, and makes one result with the same content as Callport's.
 * Thread-safe.
 *
 * <p>A request that fails is made again: by Parallel Consumer and by Spring's error handler if the listener waits, by
 * the listener itself if it does not, since no other code would.
 *
 * <p>The budget is kept with Resilience4j, as <a href="https://resilience4j.readme.io/docs/ratelimiter">its page</a>
 * says: 20 permissions every minute; a command that waits for a permission blocks its thread, or comes back later where
 * no thread may block.
 */
final class RequestListener implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MAX_WAIT = Duration.ofHours(1);

    private final ContenderTask work;
    private final BareCallbot vendor;
    private final ResultRecord results;
    private final ExecutorService threads;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final RateLimiter limiter = RateLimiter.of(
            "account",
            RateLimiterConfig.custom()
                    .limitForPeriod(20)
                    .limitRefreshPeriod(Duration.ofMinutes(1))
                    .timeoutDuration(MAX_WAIT)
                    .build());

    RequestListener(ContenderTask work, BareClient client) {
        this.work = work;
        this.vendor = new BareCallbot(work.vendor(), client);
        this.threads = Executors.newFixedThreadPool(work.parallel());
        this.results = new ResultRecord(work.topics().results(), work.topics().name());
    }

    /** Asks the vendor, and blocks until there is an answer. */
    ProducerRecord<byte[], byte[]> answer(ConsumerRecord<byte[], byte[]> record) {
        JsonNode command = read(record);
        if (limited(command)) {
            awaitPermission();
        }
        return asked(record, command);
    }

    /**
     * Asks the vendor and returns at once. A thread waits for the answer and completes the result; there are as many
     * threads as requests.
     */
    CompletableFuture<ProducerRecord<byte[], byte[]>> answerLater(ConsumerRecord<byte[], byte[]> record) {
        JsonNode command = read(record);
        long wait = limited(command) ? limiter.reservePermission() : 0;
        if (wait <= 0) {
            return ask(record, command);
        }
        Executor later = CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, threads);
        return CompletableFuture.runAsync(() -> {}, later).thenCompose(permitted -> ask(record, command));
    }

    /** Wakes up all threads that wait for a permission; their requests fail, and so do later requests. */
    void stop() {
        closed.countDown();
    }

    /** Closes the client. Must be called after the last request. */
    @Override
    public void close() {
        stop();
        threads.shutdownNow();
        vendor.close();
    }

    /** Acquires a permission as the limiter's {@code acquirePermission} does, but can be woken up. */
    private void awaitPermission() {
        try {
            if (closed.await(limiter.reservePermission(), TimeUnit.NANOSECONDS)) {
                throw new CancellationException("stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<ProducerRecord<byte[], byte[]>> ask(
            ConsumerRecord<byte[], byte[]> record, JsonNode command) {
        return CompletableFuture.supplyAsync(() -> asked(record, command), threads)
                .exceptionallyAsync(failed -> asked(record, command), threads);
    }

    private ProducerRecord<byte[], byte[]> asked(ConsumerRecord<byte[], byte[]> record, JsonNode command) {
        if (closed.getCount() == 0) {
            throw new CancellationException("stopped");
        }
        Instant startedAt = Instant.now();
        JsonNode data = vendor.lookup(uuid(command), customer(command));
        return results.of(record, command, startedAt, Instant.now(), data);
    }

    private boolean limited(JsonNode command) {
        return work.limited() != null
                && work.limited().toString().equals(command.path("account").asText());
    }

    private static String uuid(JsonNode command) {
        String account = command.path("account").asText();
        return account.substring(account.indexOf(':') + 1);
    }

    private static String customer(JsonNode command) {
        return command.path("params").path("customerId").asText();
    }

    private static JsonNode read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
