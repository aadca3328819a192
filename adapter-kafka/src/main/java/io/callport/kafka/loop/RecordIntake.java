package io.callport.kafka.loop;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.CommandReader;
import io.callport.kafka.command.Reading;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.publish.Delivery;
import io.callport.kafka.publish.DeliveryReport;
import io.callport.kafka.publish.Outbox;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.DeadLetterWriter;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.topics.TopicView;
import io.callport.kafka.tracing.CommandTrace;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import io.callport.switchboard.Command;
import io.callport.switchboard.Switchboard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records in: each goes to the switchboard or straight to the outbox. */
final class RecordIntake {
    private final CommandReader reader;
    private final DeadLetterWriter deadLetters;
    private final Results results;
    private final Switchboard<AcceptedCommand> switchboard;
    private final Outbox outbox;
    private final LoopListener listener;

    RecordIntake(
            KafkaSettings settings,
            Results results,
            Switchboard<AcceptedCommand> switchboard,
            Outbox outbox,
            LoopListener listener) {
        this.reader = new CommandReader(settings);
        this.deadLetters = new DeadLetterWriter(settings);
        this.results = results;
        this.switchboard = switchboard;
        this.outbox = outbox;
        this.listener = listener;
    }

    void take(ConsumerRecord<byte[], byte[]> consumed, PartitionProgress progress, TopicView view, LoopClock clock) {
        InboundRecord record = inbound(consumed);
        reader.read(record, view, clock.wall()).dispatch(new Cases(record, progress, view, clock));
    }

    /** What happens to one record. */
    private final class Cases implements Reading.Cases {
        private final InboundRecord record;
        private final PartitionProgress progress;
        private final TopicView view;
        private final LoopClock clock;

        Cases(InboundRecord record, PartitionProgress progress, TopicView view, LoopClock clock) {
            this.record = record;
            this.progress = progress;
            this.view = view;
            this.clock = clock;
        }

        @Override
        public void ask(CommandContext command, Query<?, ?> query, Instant deadline, Duration maxAge) {
            long until = clock.nanosAt(deadline);
            switchboard.accept(new Command<>(traced(command), command.account(), query, until, maxAge), clock.nanos());
        }

        @Override
        public void refuse(CommandContext command, QueryFailure failure) {
            outbox.add(results.refusal(traced(command), failure, view, clock));
        }

        @Override
        public void travel(CommandContext command, OutboundRecord home) {
            AcceptedCommand asked = new AcceptedCommand(command, progress, record.offset(), CommandTrace.NONE);
            outbox.add(results.travel(asked, home, view, clock));
        }

        @Override
        public void deadLetter(String why) {
            String place = record.topic() + "/" + record.partition() + "/" + record.offset();
            DeliveryReport committed = () -> {
                ResultLog.deadLetter(place, why);
                listener.deadLetterPublished(record.topic());
            };
            outbox.add(new Delivery(deadLetters.write(record, why, view), progress, record.offset(), committed));
        }

        private AcceptedCommand traced(CommandContext command) {
            return new AcceptedCommand(command, progress, record.offset(), results.trace(command, record));
        }
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
