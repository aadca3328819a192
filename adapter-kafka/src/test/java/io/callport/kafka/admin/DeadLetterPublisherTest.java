package io.callport.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** The report of the records that were sent before the producer failed. */
class DeadLetterPublisherTest {
    private static final TopicSettings TOPICS = new TopicSettings(
            Map.of("7moor", new VendorTopics("c", "r", "s", "e")), "letters", CrossVendor.REFUSE, null);

    private final List<String> reports = new ArrayList<>();

    @Test
    void whatWasSentBeforeTheProducerFailedIsReported() {
        MockProducer<byte[], byte[]> failing =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
                        if (history().size() == 2) {
                            throw new KafkaException("closed half-way");
                        }
                        return super.send(record);
                    }
                };
        try (DeadLetterPublisher publisher =
                new DeadLetterPublisher(TOPICS, DeadLetterEdit.NONE, new RecordingListener(), failing)) {
            assertThatThrownBy(() -> publisher.publish(List.of(letter(0), letter(1), letter(2))))
                    .isInstanceOf(KafkaException.class)
                    .hasMessage("closed half-way");
        }
        assertThat(reports).containsExactly("published 0/0", "published 0/1");
    }

    private static DeadLetter letter(long offset) {
        List<RecordHeader> headers =
                List.of(header("topic", "c"), header("partition", "0"), header("offset", "" + offset));
        return new DeadLetter(new InboundRecord("letters", 0, offset, 0, null, new byte[1], headers));
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader("__dlq.errors." + name, value.getBytes(StandardCharsets.UTF_8));
    }

    private final class RecordingListener implements DeadLetterListener {
        @Override
        public void published(DeadLetter letter, String position) {
            reports.add("published " + letter.position());
        }
    }
}
