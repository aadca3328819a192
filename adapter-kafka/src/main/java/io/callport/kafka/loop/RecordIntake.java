package io.callport.kafka.loop;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.CommandReader;
import io.callport.kafka.dispatch.Dispatcher;
import io.callport.kafka.dispatch.LoopClock;
import io.callport.kafka.dispatch.SafeTracing;
import io.callport.kafka.dispatch.TrackedCommand;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.publish.Deliveries;
import io.callport.kafka.publish.Outbox;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.LargeValue;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.tracing.CommandTrace;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes records in: a command goes to the dispatcher; a refusal, a re-routed command and a dead letter go to the outbox.
 */
final class RecordIntake {
    private final CommandReader reader;
    private final SafeTracing tracing;
    private final Dispatcher dispatcher;
    private final Deliveries deliveries;
    private final Outbox outbox;

    RecordIntake(
            CommandReader reader, SafeTracing tracing, Dispatcher dispatcher, Deliveries deliveries, Outbox outbox) {
        this.reader = reader;
        this.tracing = tracing;
        this.dispatcher = dispatcher;
        this.deliveries = deliveries;
        this.outbox = outbox;
    }

    /** @param progress the progress of the record's partition */
    void accept(ConsumerRecord<byte[], byte[]> consumed, PartitionProgress progress, LoopClock clock) {
        InboundRecord record = inbound(consumed);
        reader.read(record, clock.wall())
                .match(
                        accepted -> dispatcher.accept(traced(accepted.context(), record, progress), accepted, clock),
                        refused -> outbox.add(deliveries.refusal(
                                traced(refused.context(), record, progress), refused.failure(), clock)),
                        misrouted -> outbox.add(deliveries.reroute(
                                untraced(misrouted.context(), record, progress), misrouted.rerouted(), clock)),
                        noCommand -> outbox.add(deliveries.deadLetter(record, noCommand.why(), progress)));
    }

    /** Sets a record aside whose value is too large to be kept: its dead letter describes the value. */
    void setAside(ConsumerRecord<byte[], byte[]> consumed, LargeValue value, long largest, PartitionProgress progress) {
        InboundRecord whole = inbound(consumed);
        InboundRecord record = new InboundRecord(
                whole.topic(),
                whole.partition(),
                whole.offset(),
                whole.timestamp(),
                whole.key(),
                null,
                whole.headers());
        String why = "value: has " + value.length() + " bytes, but at most " + largest
                + " are read, a share of the service's limits.memory; publish a smaller command";
        outbox.add(deliveries.setAside(record, value, why, progress));
    }

    private TrackedCommand traced(CommandContext command, InboundRecord record, PartitionProgress progress) {
        return new TrackedCommand(command, progress, record.offset(), tracing.commandRead(command, record));
    }

    /** Tracks a command whose home is elsewhere, without a trace: the trace begins at the home. */
    private static TrackedCommand untraced(CommandContext command, InboundRecord record, PartitionProgress progress) {
        return new TrackedCommand(command, progress, record.offset(), CommandTrace.NONE);
    }

    private static InboundRecord inbound(ConsumerRecord<byte[], byte[]> record) {
        List<RecordHeader> headers = new ArrayList<>();
        record.headers().forEach(header -> headers.add(new RecordHeader(header.key(), header.value())));
        return new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                headers);
    }
}
