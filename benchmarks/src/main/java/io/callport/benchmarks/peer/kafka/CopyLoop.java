package io.callport.benchmarks.peer.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.benchmarks.stage.Commands;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The limit of anything that goes from topic to topic exactly once: reads, copies, commits, in one thread, with nothing
 * between, as the Javadoc of {@link org.apache.kafka.clients.producer.KafkaProducer} writes it. What it publishes is as large
 * as a result, key, headers and all.
 */
public final class CopyLoop implements Peer {
    private static final Duration POLL = Duration.ofMillis(50);

    private final int recordsAPoll;
    private final byte[] result;

    /**
     * A loop.
     *
     * @param recordsAPoll the most records in a transaction
     * @param resultBytes the size of what it publishes for each
     */
    public CopyLoop(int recordsAPoll, int resultBytes) {
        this.recordsAPoll = recordsAPoll;
        this.result = "x".repeat(resultBytes).getBytes(UTF_8);
    }

    @Override
    public Running start(Work work) {
        Map<String, Object> settings = Clients.consumerSettings(work);
        settings.put("max.poll.records", Integer.toString(recordsAPoll));
        return new Loop(work, Clients.consumer(settings), Clients.producer(work, true));
    }

    private final class Loop implements Running {
        private final String results;
        private final Consumer<byte[], byte[]> consumer;
        private final Producer<byte[], byte[]> producer;
        private final Thread thread = new Thread(this::run, "copy-loop");
        private volatile boolean closing;

        Loop(Work work, Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer) {
            this.results = work.stage().results();
            this.consumer = consumer;
            this.producer = producer;
            producer.initTransactions();
            consumer.subscribe(List.of(work.stage().commands()));
            thread.start();
        }

        private void run() {
            try (consumer;
                    producer) {
                while (!closing) {
                    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
                    if (!records.isEmpty()) {
                        copy(records);
                    }
                }
            }
        }

        private void copy(ConsumerRecords<byte[], byte[]> records) {
            producer.beginTransaction();
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            for (ConsumerRecord<byte[], byte[]> record : records) {
                Future<?> unused = producer.send(copyOf(record));
                offsets.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1));
            }
            producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
            producer.commitTransaction();
        }

        private ProducerRecord<byte[], byte[]> copyOf(ConsumerRecord<byte[], byte[]> record) {
            ProducerRecord<byte[], byte[]> copy = new ProducerRecord<>(results, record.key(), result);
            copy.headers().add(record.headers().lastHeader(Commands.NUMBER));
            return copy;
        }

        @Override
        public void close() {
            closing = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
