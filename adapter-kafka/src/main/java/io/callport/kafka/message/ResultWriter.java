package io.callport.kafka.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callport.kafka.KafkaSettings;
import io.callport.kafka.message.Publication.Version;
import io.callport.kafka.topics.TopicView;
import io.callport.query.Answer;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Turns a command's outcome into its one result event. Thread-safe. */
public final class ResultWriter {
    private final ResultBody bodies;
    private final ResultHeaders headers;

    /** A writer for a service. */
    public ResultWriter(KafkaSettings settings) {
        this.bodies = new ResultBody(AnswerJson.with(settings.sipPasswords()));
        this.headers = new ResultHeaders("/callport/" + settings.clients().groupId());
    }

    /**
     * The request behind an answer.
     *
     * @param startedAt by the wall clock
     * @param endedAt by the wall clock
     * @param attempts how many requests were made
     * @param sharedBy how many commands it answered
     */
    public record RequestTimes(Instant startedAt, Instant endedAt, int attempts, int sharedBy) {}

    /** An answer; one that does not fit becomes {@code answer-too-large}. */
    public Publication answer(Envelope command, Answer answer, RequestTimes request, TopicView view, Instant now) {
        OutboundRecord full = record(command, bodies.answer(command, answer, request), "answer", view, now);
        String detail = "The answer has " + full.size() + " bytes, but topic " + full.topic() + " takes at most "
                + view.largestRecord(full.topic());
        QueryFailure tooLarge = QueryFailure.notSent(Reason.ANSWER_TOO_LARGE, detail);
        return Publication.fitting(
                view,
                List.of(
                        () -> new Version(full, null),
                        () -> refusal(command, bodies.refusal(command, tooLarge, now), tooLarge, view, now),
                        () -> refusal(command, bodies.shortRefusal(command, tooLarge, now), tooLarge, view, now)));
    }

    /** A refusal; one that does not fit goes without the command's parameters. */
    public Publication refusal(Envelope command, QueryFailure failure, TopicView view, Instant now) {
        return Publication.fitting(
                view,
                List.of(
                        () -> refusal(command, bodies.refusal(command, failure, now), failure, view, now),
                        () -> refusal(command, bodies.shortRefusal(command, failure, now), failure, view, now)));
    }

    /** A command on its way home; one that does not fit any more is refused. */
    public Publication travel(Envelope command, OutboundRecord home, TopicView view, Instant now) {
        String detail = "The command is too large to be re-routed to its home; publish it with its account as the key "
                + "and the partitioner murmur2";
        QueryFailure tooLarge = QueryFailure.notSent(Reason.INVALID_COMMAND, detail);
        return Publication.fitting(
                view,
                List.of(
                        () -> new Version(home, null),
                        () -> refusal(command, bodies.shortRefusal(command, tooLarge, now), tooLarge, view, now)));
    }

    private Version refusal(Envelope command, ObjectNode body, QueryFailure failure, TopicView view, Instant now) {
        return new Version(record(command, body, "refusal", view, now), failure.reason());
    }

    private OutboundRecord record(Envelope command, ObjectNode body, String kind, TopicView view, Instant now) {
        byte[] key = command.account().toString().getBytes(StandardCharsets.UTF_8);
        String topic = command.destination.topic();
        Integer named = command.destination.partition();
        int partition = named != null ? named : view.partitionOf(topic, key);
        return new OutboundRecord(topic, partition, null, key, Json.bytes(body), headers.of(command, kind, now));
    }
}
