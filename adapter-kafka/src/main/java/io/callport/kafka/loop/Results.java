package io.callport.kafka.loop;

import io.callport.catalog.Queries;
import io.callport.kafka.command.CommandContext;
import io.callport.kafka.publish.Delivery;
import io.callport.kafka.publish.DeliveryReport;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.result.Publication;
import io.callport.kafka.result.ResultWriter;
import io.callport.kafka.result.ResultWriter.RequestTimes;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.state.AccountSnapshot.Refusal;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.topics.TopicView;
import io.callport.kafka.tracing.CommandTrace;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Result;
import io.callport.switchboard.Result.Exchange;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns what the switchboard or the intake decided about a command into its delivery. */
final class Results {
    private static final String NO_QUERY = "none"; // what a publisher makes up is no metric's tag

    private final ResultWriter writer;
    private final LoopListener listener;
    private final SafeTracing traces;
    private final RefusalTallies refused;

    Results(KafkaSettings settings, LoopListener listener, SafeTracing traces, RefusalTallies refused) {
        this.traces = traces;
        this.writer = new ResultWriter(settings);
        this.listener = listener;
        this.refused = refused;
    }

    /** What follows a command from now on. */
    CommandTrace trace(CommandContext command, InboundRecord record) {
        return traces.commandRead(command, record);
    }

    Delivery of(Result<AcceptedCommand> result, TopicView view, LoopClock clock) {
        AcceptedCommand asked = traces.resultReady(result.command().origin());
        return result.outcome()
                .fold(
                        answer -> delivery(
                                asked,
                                writer.answer(
                                        asked.command(), answer, times(result.exchange(), clock), view, clock.wall()),
                                clock),
                        failure -> refused(asked, failure, view, clock));
    }

    Delivery refusal(AcceptedCommand asked, QueryFailure failure, TopicView view, LoopClock clock) {
        return refused(traces.resultReady(asked), failure, view, clock);
    }

    private Delivery refused(AcceptedCommand asked, QueryFailure failure, TopicView view, LoopClock clock) {
        return delivery(asked, writer.refusal(asked.command(), failure, view, clock.wall()), clock);
    }

    Delivery travel(AcceptedCommand asked, OutboundRecord home, TopicView view, LoopClock clock) {
        Publication publication = writer.travel(asked.command(), home, view, clock.wall());
        if (publication.refused() != null) {
            return delivery(asked, publication, clock);
        }
        String topic = asked.progress().partition().topic();
        return new Delivery(publication, asked.progress(), asked.offset(), () -> {
            ResultLog.rerouted(asked);
            listener.commandRerouted(topic);
        });
    }

    private Delivery delivery(AcceptedCommand asked, Publication publication, LoopClock clock) {
        Runnable committed = () -> committed(asked, publication.refusal(), clock.wall());
        DeliveryReport ending = asked.trace() == CommandTrace.NONE
                ? committed::run
                : new TracedEnding(traces, asked.trace(), publication, committed);
        return new Delivery(publication, asked.progress(), asked.offset(), ending);
    }

    /** The refusal is known only now: a result may have taken another form on its way, and other attempts to commit it. */
    private void committed(AcceptedCommand asked, Publication.@Nullable Refusal refusal, Instant decidedAt) {
        CommandContext command = asked.command();
        Reason reason = refusal == null ? null : refusal.reason();
        Duration latency = Duration.between(command.timestamp(), Instant.now());
        ResultLog.published(asked, reason, latency);
        if (refusal != null) {
            refused.published(command.account(), new Refusal(refusal.reason(), refusal.detail(), decidedAt));
        }
        listener.resultPublished(queryName(command), command.account(), reason, latency);
    }

    /** What a publisher makes up is no name. */
    static String queryName(CommandContext command) {
        return Queries.nameOr(command.query(), NO_QUERY);
    }

    private static RequestTimes times(@Nullable Exchange exchange, LoopClock clock) {
        if (exchange == null) {
            throw new IllegalStateException("an answer without a request");
        }
        return new RequestTimes(
                clock.wallAt(exchange.startedAt()),
                clock.wallAt(exchange.endedAt()),
                exchange.attempts(),
                exchange.sharedBy());
    }
}
