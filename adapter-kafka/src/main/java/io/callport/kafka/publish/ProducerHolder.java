package io.callport.kafka.publish;

import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * The producer of the transactions. A transaction that has ended still waits for its partitions, each of which must
 * take the record of its end; until then the coordinator begins no other one of the same transactional id. Another id
 * may be used at once.
 */
@FunctionalInterface
public interface ProducerHolder {
    /** The producer of the next transaction. */
    Producer<byte[], byte[]> get();

    /** The partitions that the last transaction, which has ended, still waits for; empty if that cannot be asked. */
    default Set<TopicPartition> unfinished() {
        return Set.of();
    }

    /**
     * Replaces the producer by one with another transactional id. The transaction of the former one must have ended, or
     * no commit of it was attempted.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
     */
    default void replace() {
        throw new IllegalStateException("this producer is the only one");
    }
}
