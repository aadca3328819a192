package io.callport.system.crash.evidence;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.coordinator.transaction.TransactionState;
import org.apache.kafka.coordinator.transaction.generated.TransactionLogValue;

/**
 * The times at which the broker decided to commit transactions, by the partitions to which these transactions wrote.
 * Only then does a producer learn that its transaction is committed, and only later does the broker mark the
 * partitions.
 */
final class CommitTimes {
    private final Map<TopicPartition, TreeSet<Instant>> byPartition = new HashMap<>();

    /** Reads the decisions up to now. */
    static CommitTimes read(String bootstrapServers) {
        CommitTimes times = new CommitTimes();
        TopicReader.read(bootstrapServers, Topic.TRANSACTION_STATE_TOPIC_NAME, times::add);
        return times;
    }

    /** Adds the time of a decision. */
    void add(TopicPartition partition, Instant at) {
        byPartition.computeIfAbsent(partition, it -> new TreeSet<>()).add(at);
    }

    /**
     * Finds the commit of a committed record. Transactions that write to one state partition follow each other, so the
     * record belongs to the one that was committed next.
     */
    Optional<Instant> after(TopicPartition partition, Instant written) {
        return Optional.ofNullable(
                byPartition.getOrDefault(partition, new TreeSet<>()).ceiling(written));
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(record.value());
        TransactionLogValue value = new TransactionLogValue(new ByteBufferAccessor(bytes), bytes.getShort());
        if (value.transactionStatus() != TransactionState.PREPARE_COMMIT.id()) {
            return;
        }
        value.transactionPartitions()
                .forEach(topic -> topic.partitionIds()
                        .forEach(partition -> add(
                                new TopicPartition(topic.topic(), partition),
                                Instant.ofEpochMilli(record.timestamp()))));
    }
}
