package io.callport.benchmarks.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What a result has that someone published, but for the command's number: to publish the same again costs nothing.
 *
 * @param value its JSON; shared, and never changed
 * @param headers in their order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ResultTemplate(byte[] value, List<Header> headers) {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Copies the list. */
    public ResultTemplate {
        headers = List.copyOf(headers);
    }

    /** Waits for so many results and returns what they have. */
    public static List<ResultTemplate> read(BenchmarkTopics stage, int count) {
        List<ResultTemplate> templates = new ArrayList<>();
        long until = System.nanoTime() + PATIENCE.toNanos();
        try (Consumer<byte[], byte[]> reader = CommittedConsumer.of(stage)) {
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
