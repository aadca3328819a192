package io.callport.kafka.result;

import io.callport.kafka.command.CommandContext;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.OutboundRecord;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.Publication.Fallback;
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
import org.jspecify.annotations.Nullable;

/** Writes a command's outcome as its one result event. Thread-safe. */
public final class ResultWriter {
    private static final String ANSWER = "answer";
    private static final String REFUSAL = "refusal";

    private final AnswerJson answers;
    private final ResultHeaders headers;
    private final Supplier<TopicView> topics;

    /**
     * Makes a writer for a service.
     *
     * @param topics supplies the topics as they are when a result is written
     */
    public ResultWriter(KafkaSettings settings, Supplier<TopicView> topics) {
        this.answers = AnswerJson.with(settings.sipPasswords(), settings.vendorFields());
        this.headers = ResultHeaders.ofGroup(settings.clients().groupId());
        this.topics = topics;
    }

    /**
     * The request behind an answer.
     *
     * @param startedAt the time of the start, on the wall clock
     * @param endedAt the time of the end, on the wall clock
     * @param attempts the number of requests that were made
     * @param sharedBy the number of commands that the request answered
     */
    public record AnsweredRequest(Instant startedAt, Instant endedAt, int attempts, int sharedBy) {}

    /** Writes an answer; an answer that does not fit becomes {@code answer-too-large}. */
    public Publication answer(CommandContext command, Answer answer, AnsweredRequest request, Instant now) {
        RecordAddress to = addressOf(command);
        OutboundRecord own = record(command, to, ResultBody.beforeAnswer(command, request), ANSWER, now);
        Version version = Version.sharing(own, answers.write(answer).json(), to.largest());
        Supplier<QueryFailure> oversized =
                () -> QueryFailure.notSent(Reason.ANSWER_TOO_LARGE, oversized(version.size(), to));
        Supplier<Publication> onResults = () -> answer(command.withoutReply(), answer, request, now);
        return Publication.fitting(
                orRefusalVersions(version, command, to, oversized, now), fallback(command, to, onResults, now));
    }

    private static String oversized(int size, RecordAddress to) {
        String has = "The answer has " + size + " bytes, ";
        if (size <= to.largest()) {
            return has + "which topic " + to.topic() + " refused, though it was known to take " + to.largest();
        }
        return to.limitedByProducer()
                ? has + "but the service's max.request.size allows at most " + to.largest()
                : has + "but topic " + to.topic() + " takes at most " + to.largest();
    }

    /** Writes a refusal; a refusal that does not fit goes without the command's parameters, then without its echoes. */
    public Publication refusal(CommandContext command, QueryFailure failure, Instant now) {
        RecordAddress to = addressOf(command);
        Supplier<Publication> onResults = () -> refusal(command.withoutReply(), failure, now);
        return Publication.fitting(
                refusalVersions(command, to, () -> failure, now), fallback(command, to, onResults, now));
    }

    /**
     * Writes a command on its way home. If its topic refuses the timestamp, the record has the time of sending and
     * keeps the timestamp in a header. A command that its topic does not take is refused.
     */
    public Publication reroute(CommandContext command, OutboundRecord home, Instant now) {
        String detail =
                "The command is too large to be re-routed to its home, or its topic refuses such records; publish it with its"
                        + " account as the key and the partitioner murmur2";
        Supplier<QueryFailure> failure = () -> QueryFailure.notSent(Reason.INVALID_COMMAND, detail);
        RecordAddress to = RecordAddress.of(topics.get(), home.topic(), home.partition(), home.key());
        List<Supplier<Version>> versions = new ArrayList<>();
        versions.add(() -> new Version(home, null, to.largest()));
        Long timestamp = home.timestamp();
        if (timestamp != null) {
            RecordHeader first = RecordHeader.of(Origin.TIMESTAMP, timestamp.toString());
            versions.add(() -> new Version(home.sentNow(first), null, to.largest()));
        }
        versions.addAll(refusalVersions(command, addressOf(command), failure, now));
        return Publication.fitting(versions);
    }

    private RecordAddress addressOf(CommandContext command) {
        byte[] key = RecordHeader.bytes(command.account().toString());
        return RecordAddress.of(topics.get(), command.destination(), key);
    }

    /** Replaces a reply topic that does not take the result by the results topic. */
    private @Nullable Fallback fallback(
            CommandContext command, RecordAddress to, Supplier<Publication> onResults, Instant now) {
        return to.topic().equals(command.destination().reply())
                ? new OnResultsTopic(() -> unauthorized(command, to, now), onResults)
                : null;
    }

    /** A reply topic that the configuration allows, but Kafka does not, is a mistake that the publisher is to see. */
    private Publication unauthorized(CommandContext command, RecordAddress to, Instant now) {
        String detail =
                "kafka_replyTopic: the service may not write to topic " + to.topic() + "; give it that right on Kafka";
        return refusal(command.withoutReply(), QueryFailure.notSent(Reason.INVALID_COMMAND, detail), now);
    }

    private record OnResultsTopic(Supplier<Publication> refused, Supplier<Publication> moved) implements Fallback {
        @Override
        public Publication unauthorized() {
            return refused.get();
        }

        @Override
        public Publication unavailable() {
            return moved.get();
        }
    }

    private List<Supplier<Version>> orRefusalVersions(
            Version wanted, CommandContext command, RecordAddress to, Supplier<QueryFailure> failure, Instant now) {
        List<Supplier<Version>> versions = new ArrayList<>();
        versions.add(() -> wanted);
        versions.addAll(refusalVersions(command, to, failure, now));
        return versions;
    }

    /** The versions of a refusal, which are made only when they are needed: hardly ever. */
    private List<Supplier<Version>> refusalVersions(
            CommandContext command, RecordAddress to, Supplier<QueryFailure> failure, Instant now) {
        Supplier<Version> whole = () -> {
            QueryFailure why = failure.get();
            return refusalVersion(record(command, to, ResultBody.refusal(command, why, now), REFUSAL, now), why, to);
        };
        Supplier<Version> small = () -> {
            QueryFailure why = failure.get();
            return refusalVersion(
                    record(command, to, ResultBody.shortRefusal(command, why, now), REFUSAL, now), why, to);
        };
        return List.of(whole, small, () -> withoutEcho(small.get(), command));
    }

    private static Version refusalVersion(OutboundRecord record, QueryFailure why, RecordAddress to) {
        return new Version(record, new Refusal(why.reason(), ResultBody.detail(why)), to.largest());
    }

    private static Version withoutEcho(Version version, CommandContext command) {
        OutboundRecord record = version.record();
        List<RecordHeader> headers = new ArrayList<>(record.headers());
        headers.removeAll(command.echo());
        return new Version(
                new OutboundRecord(
                        record.topic(), record.partition(), record.timestamp(), record.key(), record.value(), headers),
                version.refusal(),
                version.largest());
    }

    private OutboundRecord record(CommandContext command, RecordAddress to, byte[] body, String kind, Instant now) {
        List<RecordHeader> all = headers.of(command, kind, now);
        return new OutboundRecord(to.topic(), to.partition(), null, to.key(), body, all);
    }
}
