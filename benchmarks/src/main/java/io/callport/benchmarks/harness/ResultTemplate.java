package io.callport.benchmarks.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * The parts of a published result that do not depend on the command's number, so that publishing the same parts again
 * costs nothing.
 *
 * @param value the JSON, which is shared and never changed
 * @param headers the headers in their order
 */
@SuppressWarnings("ArrayRecordComponent") // instances are never compared
public record ResultTemplate(byte[] value, List<Header> headers) {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    public ResultTemplate {
        headers = List.copyOf(headers);
    }

    /** Waits for that many results and returns their templates. */
    public static List<ResultTemplate> read(BenchmarkTopics topics, int count) {
        List<ResultTemplate> templates = new ArrayList<>();
        long until = System.nanoTime() + TIMEOUT.toNanos();
        try (Consumer<byte[], byte[]> reader = CommittedConsumer.of(topics)) {
            while (templates.size() < count) {
                reader.poll(POLL).forEach(result -> templates.add(of(result)));
                if (System.nanoTime() > until) {
                    throw new IllegalStateException("only " + templates.size() + " results of " + count);
                }
            }
        }
        return templates;
    }

    private static ResultTemplate of(ConsumerRecord<byte[], byte[]> result) {
        List<Header> headers = Arrays.stream(result.headers().toArray())
                .filter(header -> !header.key().equals(CommandPublisher.NUMBER))
                .toList();
        return new ResultTemplate(result.value(), headers);
    }
}
