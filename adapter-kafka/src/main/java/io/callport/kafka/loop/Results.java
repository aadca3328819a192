package io.callport.kafka.loop;

import io.callport.catalog.Queries;
import io.callport.kafka.KafkaSettings;
import io.callport.kafka.LoopListener;
import io.callport.kafka.message.Envelope;
import io.callport.kafka.message.OutboundRecord;
import io.callport.kafka.message.Publication;
import io.callport.kafka.message.ResultWriter;
import io.callport.kafka.message.ResultWriter.RequestTimes;
import io.callport.kafka.publish.Delivery;
import io.callport.kafka.topics.TopicView;
import io.callport.query.QueryFailure;
import io.callport.switchboard.Result;
import io.callport.switchboard.Result.Exchange;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Turns what the switchboard or the intake decided about a command into its delivery. */
final class Results {
    private static final String NO_QUERY = "none"; // what a publisher makes up is no metric's tag

    private final ResultWriter writer;
    private final LoopListener listener;

    Results(KafkaSettings settings, LoopListener listener) {
        this.writer = new ResultWriter(settings);
        this.listener = listener;
    }

    Delivery of(Result<Asked> result, TopicView view, LoopClock clock) {
        Asked asked = result.command().origin();
        return result.outcome()
                .fold(
                        answer -> delivery(
                                asked,
                                writer.answer(
                                        asked.command(), answer, times(result.exchange(), clock), view, clock.wall()),
                                clock),
                        failure -> refusal(asked, failure, view, clock));
    }

    Delivery refusal(Asked asked, QueryFailure failure, TopicView view, LoopClock clock) {
        return delivery(asked, writer.refusal(asked.command(), failure, view, clock.wall()), clock);
    }

    Delivery travel(Asked asked, OutboundRecord home, TopicView view, LoopClock clock) {
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

    private Delivery delivery(Asked asked, Publication publication, LoopClock clock) {
        Envelope command = asked.command();
        Duration latency = Duration.between(command.timestamp(), clock.wall());
        Runnable committed = () -> {
            ResultLog.published(asked, publication.refused(), latency);
            listener.resultPublished(
                    Queries.named(command.query()).isPresent() ? command.query() : NO_QUERY,
                    command.account(),
                    publication.refused(),
                    latency);
        };
        return new Delivery(publication, asked.progress(), asked.offset(), committed);
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
