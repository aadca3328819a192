package io.callport.benchmarks.comparison.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The parts of a command's latency, from its result. Callport's result holds the start and end of its request, and each
 * record the time at its producer, to the millisecond. Half a millisecond is added to that, which is right on average.
 */
enum LatencyParts {
    /** The parts of a result with a request to a vendor. */
    OF_A_REQUEST,
    /** The parts of a result of the copy loop: a request that the result names belongs to another command. */
    OF_A_COPY;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long HALF_A_MILLI = 500_000;

    /**
     * Adds the parts of a command's latency.
     *
     * @param sent the time at which the command was sent
     * @param took the time from the sending to the result at the reader, in nanoseconds
     */
    void add(Latencies latencies, ConsumerRecord<byte[], byte[]> result, Instant sent, long took) {
        long published = since(sent, Instant.ofEpochMilli(result.timestamp())) + HALF_A_MILLI;
        if (this == OF_A_COPY) {
            latencies.add("from the command to its copy's send", published);
        } else {
            JsonNode request = request(result.value());
            long started = since(sent, Instant.parse(request.path("startedAt").asText()));
            long ended = since(sent, Instant.parse(request.path("endedAt").asText()));
            latencies.add("from the command to its request", started);
            latencies.add("the request", ended - started);
            latencies.add("from the answer to its result's send", Math.max(0, published - ended));
        }
        latencies.add("from that send to the committed result", Math.max(0, took - published));
    }

    private static JsonNode request(byte[] result) {
        try {
            return JSON.readTree(result).path("request");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long since(Instant sent, Instant time) {
        return Duration.between(sent, time).toNanos();
    }
}
