package io.callport.kafka.publish;

import io.callport.kafka.changelog.StateRecord;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.Publication;
import io.callport.query.ExceptionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
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

    private final ProducerHolder holder;
    private final Supplier<ConsumerGroupMetadata> group;

    /**
     * Makes transactions of a producer.
     *
     * @param holder the producer, and the next one where this one cannot begin a transaction
     * @param group supplies the consumer's present knowledge of its group
     */
    public Transactions(ProducerHolder holder, Supplier<ConsumerGroupMetadata> group) {
        this.holder = holder;
        this.group = group;
    }

    /** Whether the group knows this instance. */
    boolean joined() {
        return group.get().generationId() >= 0;
    }

    /**
     * Commits one transaction.
     *
     * @throws KafkaException if the producer must be replaced, because its state or the transaction's outcome is
     *     unknown
     */
    TransactionOutcome commit(TransactionBatch batch) {
        List<Delivery> deliveries = batch.deliveries();
        SendFailures failures = new SendFailures();
        boolean offsetsTaken = false;
        Producer<byte[], byte[]> producer = holder.get();
        producer.beginTransaction();
        try {
            deliveries.forEach(delivery -> send(delivery, failures));
            batch.changes().forEach(change -> send(change, failures));
            producer.sendOffsetsToTransaction(batch.offsets(), member());
            offsetsTaken = true;
            producer.flush();
        } catch (TransactionAbortableException | CommitFailedException e) {
            return abort(e, deliveries, failures, offsetsTaken);
        } catch (KafkaException e) {
            if (hasNoCulprit(failures, offsetsTaken)) {
                return replaceProducer(e, deliveries);
            }
            return abort(e, deliveries, failures, offsetsTaken);
        }
        return hasNoCulprit(failures, true) ? commit(deliveries) : abort(null, deliveries, failures, true);
    }

    /**
     * Goes on with another producer where the last transaction has ended, but still waits for a partition: none of this
     * one's records was taken then, and none ever will be.
     *
     * @throws KafkaException the failure, if it has another reason
     */
    private TransactionOutcome replaceProducer(KafkaException failure, List<Delivery> deliveries) {
        Set<TopicPartition> unfinished =
                KafkaFailures.causedBy(failure, TimeoutException.class) ? holder.unfinished() : Set.of();
        if (unfinished.isEmpty()) {
            throw failure;
        }
        holder.replace();
        return TransactionOutcome.aborted(deliveries, waitedFor(unfinished), List.of());
    }

    private static Map<TopicPartition, Exception> waitedFor(Set<TopicPartition> partitions) {
        return partitions.stream()
                .collect(Collectors.toMap(it -> it, it -> new TimeoutException("no end of the transaction on " + it)));
    }

    /** Whether no record and no destination is known to have caused the failure. */
    private static boolean hasNoCulprit(SendFailures failures, boolean offsetsTaken) {
        return failures.rejected().isEmpty()
                && failures.destinations(offsetsTaken).isEmpty();
    }

    /**
     * The group's member as it is now. The member may have left since the check that it joined: the broker would take
     * the offsets of an unknown member, so that nothing would fence these offsets.
     */
    private ConsumerGroupMetadata member() {
        ConsumerGroupMetadata member = group.get();
        if (member.generationId() < 0) {
            throw new CommitFailedException("The group was left while the transaction was made");
        }
        return member;
    }

    private TransactionOutcome commit(List<Delivery> deliveries) {
        Producer<byte[], byte[]> producer = holder.get();
        try {
            producer.commitTransaction();
            return TransactionOutcome.COMMITTED;
        } catch (TransactionAbortableException e) {
            return abort(e, deliveries, new SendFailures(), true);
        }
    }

    private void send(Delivery delivery, SendFailures failures) {
        if (failures.any()) {
            return;
        }
        Future<?> unused = holder.get()
                .send(producerRecord(delivery.publication().record()), (sent, e) -> {
                    if (e != null) {
                        failures.report(delivery, e);
                    }
                });
    }

    /** Sends state records in their order. A failure fails the transaction: a part of them would say something else. */
    private void send(StateChange change, SendFailures failures) {
        TopicPartition partition = change.statePartition();
        for (StateRecord record : change.records()) {
            if (failures.any()) {
                return;
            }
            Future<?> unused = holder.get()
                    .send(
                            new ProducerRecord<>(
                                    partition.topic(), partition.partition(), record.key(), record.value()),
                            (sent, e) -> {
                                if (e == null) {
                                    change.sent(sent.offset());
                                } else {
                                    failures.report(partition, e);
                                }
                            });
        }
    }

    private TransactionOutcome abort(
            @Nullable Exception thrown, List<Delivery> deliveries, SendFailures failures, boolean offsetsTaken) {
        Map<Delivery, Exception> rejected = failures.rejected();
        Map<TopicPartition, Exception> destinations = failures.destinations(offsetsTaken);
        LOG.atLevel(rejected.isEmpty() ? Level.WARN : Level.INFO) // with a smaller record, it is expected
                .addKeyValue("reason", reason(thrown, rejected, destinations))
                .addKeyValue("destinations", destinations)
                .log("Aborted a transaction and will send it again");
        holder.get().abortTransaction();
        if (!destinations.isEmpty()) {
            Set<TopicPartition> unfinished = holder.unfinished();
            if (!unfinished.isEmpty()) {
                holder.replace();
                waitedFor(unfinished).forEach(destinations::putIfAbsent);
            }
        }
        List<Publication> oversized = new ArrayList<>();
        List<Delivery> unsent = deliveries.stream()
                .map(delivery -> rejected.containsKey(delivery) ? nextVersion(delivery, oversized) : delivery)
                .toList();
        return TransactionOutcome.aborted(unsent, destinations, oversized);
    }

    private static String reason(
            @Nullable Exception thrown,
            Map<Delivery, Exception> rejected,
            Map<TopicPartition, Exception> destinations) {
        return Stream.concat(rejected.values().stream(), destinations.values().stream())
                .findFirst()
                .or(() -> Optional.ofNullable(thrown))
                .map(ExceptionKind::of)
                .orElse("");
    }

    private static Delivery nextVersion(Delivery delivery, List<Publication> oversized) {
        Publication smaller = delivery.publication().smaller();
        if (smaller == null) {
            oversized.add(delivery.publication());
            return delivery;
        }
        return delivery.with(smaller);
    }

    private static ProducerRecord<byte[], byte[]> producerRecord(OutboundRecord record) {
        Header[] headers = new Header[record.headers().size()];
        for (int i = 0; i < headers.length; i++) {
            RecordHeader header = record.headers().get(i);
            headers[i] = new org.apache.kafka.common.header.internals.RecordHeader(header.name(), header.value());
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
