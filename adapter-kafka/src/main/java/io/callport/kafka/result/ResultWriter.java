package io.callport.kafka.result;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.Destination;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.Publication.Refusal;
import io.callport.kafka.result.Publication.Version;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.topics.TopicView;
import io.callport.query.Answer;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Turns a command's outcome into its one result event. Thread-safe. */
public final class ResultWriter {
    private static final String ANSWER = "answer";
    private static final String REFUSAL = "refusal";

    private final ResultBody bodies;
    private final ResultHeaders headers;

    /** A writer for a service. */
    public ResultWriter(KafkaSettings settings) {
        this.bodies = new ResultBody(AnswerJson.with(settings.sipPasswords()));
        this.headers = ResultHeaders.ofGroup(settings.clients().groupId());
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
    public Publication answer(
            CommandContext command, Answer answer, RequestTimes request, TopicView view, Instant now) {
        OutboundRecord full = record(command, bodies.answer(command, answer, request), ANSWER, view, now);
        Supplier<QueryFailure> tooLarge = () -> QueryFailure.notSent(Reason.ANSWER_TOO_LARGE, tooLarge(full, view));
        List<Supplier<Version>> versions = orRefused(new Version(full, null), command, tooLarge, view, now);
        return orElsewhere(Publication.fitting(view, versions), command, view, now);
    }

    private static String tooLarge(OutboundRecord answer, TopicView view) {
        int largest = view.largestRecord(answer.topic());
        String has = "The answer has " + answer.size() + " bytes, ";
        if (answer.size() <= largest) {
            return has + "which topic " + answer.topic() + " refused, though it was known to take " + largest;
        }
        return view.limitedByProducer(answer.topic())
                ? has + "but the service's max.request.size allows at most " + largest
                : has + "but topic " + answer.topic() + " takes at most " + largest;
    }

    /** A refusal; one that does not fit goes without the command's parameters, then without its echoes. */
    public Publication refusal(CommandContext command, QueryFailure failure, TopicView view, Instant now) {
        return orElsewhere(Publication.fitting(view, refused(command, () -> failure, view, now)), command, view, now);
    }

    /** A command on its way home; one that does not fit any more is refused. */
    public Publication travel(CommandContext command, OutboundRecord home, TopicView view, Instant now) {
        String detail = "The command is too large to be re-routed to its home; publish it with its account as the key "
                + "and the partitioner murmur2";
        Supplier<QueryFailure> tooLarge = () -> QueryFailure.notSent(Reason.INVALID_COMMAND, detail);
        return Publication.fitting(view, orRefused(new Version(home, null), command, tooLarge, view, now));
    }

    /** A reply topic that the configuration allows, but Kafka does not, gives way to the results topic. */
    private Publication orElsewhere(Publication publication, CommandContext command, TopicView view, Instant now) {
        String reply = command.destination.in(view).reply();
        if (reply == null) {
            return publication;
        }
        QueryFailure failure = QueryFailure.notSent(
                Reason.INVALID_COMMAND,
                "kafka_replyTopic: the service may not write to topic " + reply + "; give it that right on Kafka");
        return publication.orElsewhere(() -> refusal(command.withoutReply(), failure, view, now));
    }

    private List<Supplier<Version>> orRefused(
            Version wanted, CommandContext command, Supplier<QueryFailure> failure, TopicView view, Instant now) {
        List<Supplier<Version>> versions = new ArrayList<>();
        versions.add(() -> wanted);
        versions.addAll(refused(command, failure, view, now));
        return versions;
    }

    /** Made only when they are needed: hardly ever. */
    private List<Supplier<Version>> refused(
            CommandContext command, Supplier<QueryFailure> failure, TopicView view, Instant now) {
        Supplier<Version> whole = () -> {
            QueryFailure why = failure.get();
            return new Version(record(command, bodies.refusal(command, why, now), REFUSAL, view, now), refusal(why));
        };
        Supplier<Version> small = () -> {
            QueryFailure why = failure.get();
            return new Version(
                    record(command, bodies.shortRefusal(command, why, now), REFUSAL, view, now), refusal(why));
        };
        return List.of(whole, small, () -> withoutEcho(small.get(), command));
    }

    private static Version withoutEcho(Version version, CommandContext command) {
        OutboundRecord record = version.record();
        List<RecordHeader> headers = new ArrayList<>(record.headers());
        headers.removeAll(command.echo);
        return new Version(
                new OutboundRecord(
                        record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), headers),
                version.refusal());
    }

    private static Refusal refusal(QueryFailure why) {
        return new Refusal(why.reason(), ResultBody.detail(why));
    }

    private OutboundRecord record(CommandContext command, byte[] body, String kind, TopicView view, Instant now) {
        byte[] key = RecordHeader.bytes(command.account().toString());
        Destination to = command.destination.in(view);
        List<RecordHeader> all = headers.of(command, kind, now);
        return new OutboundRecord(to.topic(), to.partition(view, key), null, key, body, all);
    }
}
