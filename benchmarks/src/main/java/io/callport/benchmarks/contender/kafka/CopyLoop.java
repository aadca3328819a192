package io.callport.benchmarks.contender.kafka;

import io.callport.benchmarks.harness.CommandPublisher;
import io.callport.benchmarks.harness.ResultTemplate;
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
import org.jspecify.annotations.Nullable;

/**
 * The upper limit of every exactly-once pipeline between topics. The loop reads, copies and commits in one thread,
 * without other work, as the Javadoc of {@link org.apache.kafka.clients.producer.KafkaProducer} writes it. The loop
 * publishes prepared results in turn, each with its command's number, so that its output is as large and as varied as
 * real results.
 */
public final class CopyLoop implements Contender {
    private static final Duration POLL = Duration.ofMillis(50);

    private final int recordsAPoll;
    private final List<ResultTemplate> results;

    /**
     * Makes a loop with these results.
     *
     * @param recordsAPoll the largest number of records in a transaction
     * @param results the results to publish, in turn
     */
    public CopyLoop(int recordsAPoll, List<ResultTemplate> results) {
        this.recordsAPoll = recordsAPoll;
        this.results = List.copyOf(results);
    }

    @Override
    public boolean exactlyOnce() {
        return true;
    }

    @Override
    public Running start(ContenderTask work) {
        Map<String, Object> settings = KafkaClients.consumerSettings(work);
        settings.put("max.poll.records", Integer.toString(recordsAPoll));
        return new Loop(work, KafkaClients.consumer(settings), KafkaClients.producer(work, true));
    }

    private final class Loop implements Running {
        private final String topic;
        private final Consumer<byte[], byte[]> consumer;
        private final Producer<byte[], byte[]> producer;
        private final Thread thread = new Thread(this::run, "copy-loop");
        private int turn;
        private volatile @Nullable RuntimeException failure;
        private volatile boolean closing;

        Loop(ContenderTask work, Consumer<byte[], byte[]> consumer, Producer<byte[], byte[]> producer) {
            this.topic = work.topics().results();
            this.consumer = consumer;
            this.producer = producer;
            producer.initTransactions();
            consumer.subscribe(List.of(work.topics().commands()));
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
            } catch (RuntimeException e) {
                failure = e;
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
            ResultTemplate result = results.get(turn);
            turn = (turn + 1) % results.size();
            ProducerRecord<byte[], byte[]> copy =
                    new ProducerRecord<>(topic, null, record.key(), result.value(), result.headers());
            copy.headers().add(record.headers().lastHeader(CommandPublisher.NUMBER));
            return copy;
        }

        /** @throws RuntimeException the failure that ended the loop before, if there was one */
        @Override
        public void close() {
            closing = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            RuntimeException failed = failure;
            if (failed != null) {
                throw failed;
            }
        }
    }
}
