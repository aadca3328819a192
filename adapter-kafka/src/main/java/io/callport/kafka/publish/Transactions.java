package io.callport.kafka.publish;

import io.callport.kafka.changelog.StateRecord;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Publishes deliveries and state records and commits the offsets, all or nothing. */
public final class Transactions {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final Producer<byte[], byte[]> producer;
    private final Supplier<ConsumerGroupMetadata> group;
    private List<String> problems = List.of();

    /**
     * Makes transactions of a producer.
     *
     * @param group supplies the consumer's present knowledge of its group
     */
    public Transactions(Producer<byte[], byte[]> producer, Supplier<ConsumerGroupMetadata> group) {
        this.producer = producer;
        this.group = group;
    }

    /** Whether the group knows this instance. */
    boolean joined() {
        return group.get().generationId() >= 0;
    }

    /**
     * Commits one transaction.
     *
     * @throws KafkaException if the producer must be made again, because its state or the transaction's outcome is
     *     unknown
     */
    TransactionOutcome commit(TransactionBatch batch) {
        List<Delivery> deliveries = batch.deliveries();
        Map<Delivery, Exception> rejected = new ConcurrentHashMap<>();
        producer.beginTransaction();
        try {
            deliveries.forEach(delivery -> send(delivery, rejected));
            batch.changes().forEach(this::send);
            producer.sendOffsetsToTransaction(batch.offsets(), member());
            producer.flush();
        } catch (RecordTooLargeException
                | InvalidTimestampException
                | TransactionAbortableException
                | CommitFailedException e) {
            return abort(e, deliveries, rejected);
        } catch (KafkaException e) {
            if (rejected.isEmpty()) {
                throw e;
            }
            return abort(e, deliveries, rejected);
        }
        return rejected.isEmpty()
                ? commit(deliveries)
                : abort(rejected.values().iterator().next(), deliveries, rejected);
    }

    /**
     * The group's member as it is now. The member may have left since the check that it joined: the broker would
     * take the offsets of an unknown member, so that nothing would fence these offsets.
     */
    private ConsumerGroupMetadata member() {
        ConsumerGroupMetadata member = group.get();
        if (member.generationId() < 0) {
            throw new CommitFailedException("The group was left while the transaction was made");
        }
        return member;
    }

    /** The problems that keep transactions from being committed, in words. */
    List<String> problems() {
        return problems;
    }

    private TransactionOutcome commit(List<Delivery> deliveries) {
        try {
            producer.commitTransaction();
            problems = List.of();
            return TransactionOutcome.COMMITTED;
        } catch (TransactionAbortableException e) {
            return abort(e, deliveries, Map.of());
        }
    }

    private void send(Delivery delivery, Map<Delivery, Exception> rejected) {
        try {
            Future<?> unused =
                    producer.send(producerRecord(delivery.publication().record()), (sent, e) -> {
                        if (e != null && concernsTheRecord(e, delivery)) {
                            rejected.put(delivery, e);
                        }
                    });
        } catch (RecordTooLargeException | InvalidTimestampException e) {
            rejected.put(delivery, e);
            throw e;
        }
    }

    /** Sends state records in their order. A failure fails the transaction: a part of them would say something else. */
    private void send(StateChange change) {
        TopicPartition partition = change.statePartition();
        for (StateRecord record : change.records()) {
            Future<?> unused = producer.send(
                    new ProducerRecord<>(partition.topic(), partition.partition(), record.key(), record.value()),
                    (sent, e) -> {
                        if (e == null) {
                            change.sent(sent.offset());
                        }
                    });
        }
    }

    private TransactionOutcome abort(Exception why, List<Delivery> deliveries, Map<Delivery, Exception> rejected) {
        LOG.atLevel(
                        rejected.isEmpty()
                                ? Level.WARN
                                : Level.INFO) // with a smaller record or another topic, it is expected
                .addKeyValue("reason", why.getClass().getSimpleName())
                .log("Aborted a transaction and will send it again");
        producer.abortTransaction();
        return TransactionOutcome.aborted(
                rejected.isEmpty()
                        ? deliveries
                        : deliveries.stream()
                                .map(delivery -> nextVersion(delivery, rejected.get(delivery)))
                                .toList());
    }

    private Delivery nextVersion(Delivery delivery, @Nullable Exception rejected) {
        if (rejected == null) {
            return delivery;
        }
        Publication publication = delivery.publication();
        if (rejected instanceof TopicAuthorizationException) {
            Publication elsewhere = publication.elsewhere();
            return elsewhere == null ? delivery : delivery.with(elsewhere);
        }
        Publication smaller = publication.smaller();
        if (smaller == null) {
            report("Topic " + publication.record().topic() + " refuses a record of " + publication.size()
                    + " bytes that has no smaller version; raise its max.message.bytes");
            return delivery;
        }
        return delivery.with(smaller);
    }

    private void report(String problem) {
        if (!problems.contains(problem)) {
            LOG.atError().addKeyValue("problem", problem).log("No result can be published");
        }
        problems = List.of(problem);
    }

    /** Whether a failure concerns this record, so that only this record takes its fallback. */
    private static boolean concernsTheRecord(Exception e, Delivery delivery) {
        if (e instanceof TopicAuthorizationException) {
            return delivery.publication().hasElsewhere();
        }
        return e instanceof RecordTooLargeException
                || e instanceof RecordBatchTooLargeException
                || e instanceof InvalidRecordException
                || e instanceof InvalidTimestampException;
    }

    private static ProducerRecord<byte[], byte[]> producerRecord(OutboundRecord record) {
        List<Header> headers = new ArrayList<>();
        for (RecordHeader header : record.headers()) {
            headers.add(new org.apache.kafka.common.header.internals.RecordHeader(header.name(), header.value()));
        }
        return new ProducerRecord<>(
                record.topic(),
                record.partition(),
                record.timestamp(),
                record.key(),
                record.value(),
                new RecordHeaders(headers));
    }
}
