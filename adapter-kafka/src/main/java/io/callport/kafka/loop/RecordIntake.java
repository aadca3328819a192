package io.callport.kafka.loop;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.CommandReader;
import io.callport.kafka.command.CommandReading;
import io.callport.kafka.dispatch.CommandAtOffset;
import io.callport.kafka.dispatch.Dispatcher;
import io.callport.kafka.dispatch.LoopTime;
import io.callport.kafka.dispatch.SafeTracing;
import io.callport.kafka.loop.BoundedDeserializer.OversizedPart;
import io.callport.kafka.loop.RecordsAwaitingOriginKey.Entry;
import io.callport.kafka.loop.RecordsAwaitingOriginKey.OversizedRecord;
import io.callport.kafka.origin.OriginKeys;
import io.callport.kafka.origin.OriginReader;
import io.callport.kafka.origin.OriginReader.OriginReading;
import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.publish.Deliveries;
import io.callport.kafka.publish.Delivery;
import io.callport.kafka.publish.Outbox;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.OversizedValue;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.tracing.CommandTrace;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records in: a command goes to the dispatcher; a refusal, a re-routed command and a dead letter go to the
 * outbox; a record whose origin key is not known waits for the key.
 */
final class RecordIntake {
    private static final Logger LOG = LoggerFactory.getLogger(RecordIntake.class);

    /** Anyone who may publish a command can send such headers, in any number. */
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final CommandReader reader;
    private final OriginKeys originKeys;
    private final OriginReader origins;
    private final Outputs outputs;
    private final TopicSettings topics;
    private final LoopListener listener;
    private final long largest;
    private final RecordsAwaitingOriginKey awaitingOriginKey = new RecordsAwaitingOriginKey();
    private @Nullable Long warnedAt;

    /** The parts that take what was read. */
    record Outputs(SafeTracing tracing, Dispatcher dispatcher, Deliveries deliveries, Outbox outbox) {}

    /** @param largest the most bytes of a part of a record that are kept */
    RecordIntake(
            CommandReader reader,
            OriginKeys originKeys,
            Outputs outputs,
            TopicSettings topics,
            LoopListener listener,
            long largest) {
        this.reader = reader;
        this.largest = largest;
        this.originKeys = originKeys;
        this.origins = new OriginReader(originKeys);
        this.outputs = outputs;
        this.topics = topics;
        this.listener = listener;
    }

    /**
     * Takes a record in. One with a part that is too large to be kept becomes a dead letter that describes it.
     *
     * @param oversized the part that is too large; {@code null} if the record is whole
     * @param progress the progress of the record's partition
     */
    void accept(
            ConsumerRecord<byte[], byte[]> consumed,
            @Nullable OversizedPart oversized,
            PartitionProgress progress,
            LoopTime now) {
        InboundRecord record = inbound(consumed);
        if (oversized == null) {
            process(record, null, originOf(record, null, now), progress, now);
            return;
        }
        boolean ofValue = oversized.what().equals("value");
        String why = oversized.what() + ": " + oversized.length() + " bytes, but at most " + largest
                + " are read, a share of the service's limits.memory; publish a smaller command";
        InboundRecord small = new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                ofValue ? record.key() : null,
                null,
                ofValue ? record.headers() : List.of());
        acceptOversized(small, new OversizedRecord(oversized.value(), why), progress, now);
    }

    /** Takes in a record that cannot be read, of which nothing but its position is known: it becomes a dead letter. */
    void acceptUnreadable(TopicPartition partition, long offset, String why, PartitionProgress progress, LoopTime now) {
        InboundRecord record =
                new InboundRecord(partition.topic(), partition.partition(), offset, -1, null, null, List.of());
        acceptOversized(record, new OversizedRecord(OversizedValue.UNKNOWN, why), progress, now);
    }

    private void acceptOversized(
            InboundRecord record, OversizedRecord oversized, PartitionProgress progress, LoopTime now) {
        process(record, oversized, originOf(record, oversized, now), progress, now);
    }

    /** Takes in the records whose origin key is known by now. */
    void acceptAwaitingOriginKey(LoopTime now) {
        if (awaitingOriginKey.isEmpty()) {
            return;
        }
        for (Entry entry : awaitingOriginKey.drain(commandTopic -> originKeys.keyOf(commandTopic) != null)) {
            InboundRecord record = entry.record();
            boolean isRead = entry.originReading().origin() != null;
            OriginReading originReading = isRead ? entry.originReading() : originOf(record, entry.oversized(), now);
            process(record, entry.oversized(), originReading, entry.progress(), now);
        }
    }

    /** The bytes that records which wait for a origin key take in memory. */
    long weight() {
        return awaitingOriginKey.weight();
    }

    /** Whether so many records of a partition wait for a origin key that no more should be read. */
    boolean isFull(PartitionProgress progress) {
        return awaitingOriginKey.isFull(progress);
    }

    /** Forgets the records of partitions that are not owned any more. */
    void forgetOthers(OwnedPartitions owned) {
        awaitingOriginKey.forget(progress -> !owned.owns(progress));
    }

    /** @param now the present time on the monotonic clock */
    List<String> problems(long now) {
        return awaitingOriginKey.problems(
                now, commandTopic -> topics.ofCommands(commandTopic).state());
    }

    private void process(
            InboundRecord record,
            @Nullable OversizedRecord oversized,
            OriginReading originReading,
            PartitionProgress progress,
            LoopTime now) {
        Origin origin = originReading.origin();
        if (origin == null) {
            awaitingOriginKey.add(new Entry(record, oversized, originReading, progress, record.topic(), now.nanos()));
            return;
        }
        CommandReading reading = oversized == null
                ? reader.read(record, origin, now.wall())
                : reader.noCommand(record, origin, oversized.why());
        reading.match(
                accepted -> outputs.dispatcher().accept(traced(accepted.context(), record, progress), accepted, now),
                refused -> publish(outputs.deliveries()
                        .refusal(traced(refused.context(), record, progress), refused.failure(), now)),
                misrouted -> publish(outputs.deliveries()
                        .reroute(untraced(misrouted.context(), record, progress), misrouted.rerouted(), now)),
                noCommand -> publish(
                        oversized == null
                                ? outputs.deliveries().deadLetter(record, noCommand, progress)
                                : outputs.deliveries().deadLetter(record, oversized.value(), noCommand, progress)),
                missing -> awaitingOriginKey.add(
                        new Entry(record, oversized, originReading, progress, missing.commandTopic(), now.nanos())));
    }

    private void publish(Delivery delivery) {
        outputs.outbox().addUnrequested(delivery);
    }

    private OriginReading originOf(InboundRecord record, @Nullable OversizedRecord oversized, LoopTime now) {
        OriginReading originReading = oversized == null
                ? origins.read(record)
                : origins.read(record, () -> oversized.value().sha256());
        if (originReading.rejected()) {
            reportRejected(record, now);
        }
        return originReading;
    }

    private void reportRejected(InboundRecord record, LoopTime now) {
        listener.originRejected(record.topic());
        Long before = warnedAt;
        if (before == null || now.nanos() - before >= BETWEEN_WARNINGS.toNanos()) {
            warnedAt = now.nanos();
            LOG.atWarn()
                    .addKeyValue("record", record.position())
                    .log(
                            "Headers that say where a record was first published have no right tag; its own position counts");
        }
    }

    private CommandAtOffset traced(CommandContext command, InboundRecord record, PartitionProgress progress) {
        return new CommandAtOffset(
                command, progress, record.offset(), outputs.tracing().commandRead(command, record));
    }

    /** Tracks a command whose home is elsewhere, without a trace: the trace begins at the home. */
    private static CommandAtOffset untraced(CommandContext command, InboundRecord record, PartitionProgress progress) {
        return new CommandAtOffset(command, progress, record.offset(), CommandTrace.NONE);
    }

    private static InboundRecord inbound(ConsumerRecord<byte[], byte[]> record) {
        Header[] received = record.headers().toArray();
        RecordHeader[] headers = new RecordHeader[received.length];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = new RecordHeader(received[i].key(), received[i].value());
        }
        return new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                List.of(headers));
    }
}
