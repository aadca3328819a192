package io.callport.kafka.publish;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.CommandReading.NoCommand;
import io.callport.kafka.dispatch.CommandAtOffset;
import io.callport.kafka.dispatch.LoopTime;
import io.callport.kafka.dispatch.SafeTracing;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.OversizedValue;
import io.callport.kafka.result.DeadLetterWriter;
import io.callport.kafka.result.Publication;
import io.callport.kafka.result.ResultWriter;
import io.callport.kafka.result.ResultWriter.AnsweredRequest;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.AccountSnapshot.PublishedRefusal;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.topics.TopicView;
import io.callport.query.Answer;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Result;
import io.callport.switchboard.Result.RequestSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the deliveries of all records that are published: answers, refusals, re-routed commands and dead letters, each
 * with the report that follows its commit. One thread owns this object.
 */
public final class Deliveries {
    private final ResultWriter results;
    private final DeadLetterWriter deadLetters;
    private final LoopListener listener;
    private final SafeTracing tracing;
    private final RefusalTallies refusals;

    /**
     * Makes the deliveries of a service.
     *
     * @param topics supplies the topics as they are when a record leaves
     * @param refusals the counters of published refusals
     */
    public Deliveries(
            KafkaSettings settings,
            Supplier<TopicView> topics,
            LoopListener listener,
            SafeTracing tracing,
            RefusalTallies refusals) {
        this.results = new ResultWriter(settings, topics);
        this.deadLetters = new DeadLetterWriter(settings, topics);
        this.listener = listener;
        this.tracing = tracing;
        this.refusals = refusals;
    }

    /** Makes the delivery of an answer or refusal that the switchboard decided on. */
    public Delivery ofResult(Result<CommandAtOffset> result, LoopTime now) {
        CommandAtOffset command = tracing.resultReady(result.command().attachment());
        return result.outcome()
                .fold(
                        answer -> answered(command, answer, answeredRequest(result.request(), now), now),
                        failure -> refused(command, failure, now));
    }

    /** Makes the delivery of a refusal for a command that never reached the switchboard. */
    public Delivery refusal(CommandAtOffset command, QueryFailure failure, LoopTime now) {
        return refused(tracing.resultReady(command), failure, now);
    }

    /** Makes the delivery of a command to its home, or of a refusal if the command is too large to be re-routed. */
    public Delivery reroute(CommandAtOffset command, OutboundRecord home, LoopTime now) {
        Publication publication = results.reroute(command.context(), home, now.wall());
        DeliveryReport result = new ResultReport(command, now.wall());
        DeliveryReport report = published -> {
            if (published.reason() == null) {
                commandRerouted(command);
            } else {
                result.committed(published);
            }
        };
        return new Delivery(publication, command.progress(), command.offset(), report);
    }

    /** Makes the delivery of a record that is no command. */
    public Delivery deadLetter(InboundRecord record, NoCommand why, PartitionProgress progress) {
        DeliveryReport report = published -> deadLetterPublished(record.position(), record.topic(), why.why());
        return new Delivery(deadLetters.write(record, why), progress, record.offset(), report);
    }

    /**
     * Makes the delivery of a record that is no command because it is too large to be read.
     *
     * @param record the record without its value
     */
    public Delivery deadLetter(InboundRecord record, OversizedValue value, NoCommand why, PartitionProgress progress) {
        DeliveryReport report = published -> deadLetterPublished(record.position(), record.topic(), why.why());
        return new Delivery(deadLetters.write(record, value, why), progress, record.offset(), report);
    }

    private Delivery answered(CommandAtOffset command, Answer answer, AnsweredRequest request, LoopTime now) {
        return delivery(command, results.answer(command.context(), answer, request, now.wall()), now);
    }

    private Delivery refused(CommandAtOffset command, QueryFailure failure, LoopTime now) {
        return delivery(command, results.refusal(command.context(), failure, now.wall()), now);
    }

    private Delivery delivery(CommandAtOffset command, Publication publication, LoopTime now) {
        return new Delivery(publication, command.progress(), command.offset(), new ResultReport(command, now.wall()));
    }

    /** The report of a command's result. */
    private final class ResultReport implements DeliveryReport {
        private final CommandAtOffset command;
        private final Instant decidedAt;

        ResultReport(CommandAtOffset command, Instant decidedAt) {
            this.command = command;
            this.decidedAt = decidedAt;
        }

        /**
         * Reports the version that was committed: only now is the refusal known, for a record may change its form on
         * its way.
         */
        @Override
        public void committed(Publication published) {
            resultPublished(command, published, decidedAt);
        }

        @Override
        public void dropped() {
            tracing.handedOver(command.trace());
        }
    }

    private void resultPublished(CommandAtOffset command, Publication published, Instant decidedAt) {
        CommandContext context = command.context();
        Publication.Refusal refusal = published.refusal();
        Reason reason = published.reason();
        Duration latency = Duration.between(context.timestamp(), Instant.now());
        ResultLog.published(command, reason, latency);
        if (refusal != null) {
            refusals.add(context.account(), new PublishedRefusal(refusal.reason(), refusal.detail(), decidedAt));
        }
        listener.resultPublished(context.knownQuery(), context.account(), reason, latency);
        tracing.resultPublished(command.trace(), published.topic(), reason);
    }

    private void commandRerouted(CommandAtOffset command) {
        ResultLog.rerouted(command);
        listener.commandRerouted(command.progress().partition().topic());
    }

    private void deadLetterPublished(String position, String topic, String why) {
        ResultLog.deadLetter(position, why);
        listener.deadLetterPublished(topic);
    }

    private static AnsweredRequest answeredRequest(@Nullable RequestSummary summary, LoopTime now) {
        if (summary == null) {
            throw new IllegalStateException("an answer without a request");
        }
        return new AnsweredRequest(
                now.wallAt(summary.startedAt()), now.wallAt(summary.endedAt()), summary.attempts(), summary.sharedBy());
    }
}
