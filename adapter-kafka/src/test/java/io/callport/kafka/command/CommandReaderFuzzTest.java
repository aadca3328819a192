package io.callport.kafka.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.origin.OriginReader;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.result.DeadLetterWriter;
import io.callport.kafka.result.Publication;
import io.callport.kafka.result.ResultFixture;
import io.callport.kafka.topics.TopicView;
import io.callport.query.QueryFailure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arbitrary bytes give exactly one reading, and a publication of it that fits. A failure names its seed. */
class CommandReaderFuzzTest {
    private static final int ROUNDS = 4_000;
    private static final int SMALL = 20_000;
    private static final TopicView VIEW = MessageFixture.view(SMALL);
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "null",
            "true",
            "-1",
            "1e999999999",
            "1e-999999999",
            "1e9999999999",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"params\":{\"\\udfff\":1},",
            "\"id\":\"\\ud83d\",",
            "\"maxAge\":\"P999999999D\",",
            "\"expiresAt\":\"-999999999-01-01T00:00:00Z\",",
            "\"id\":\"\",",
            "0".repeat(1_100),
            "x".repeat(2_000),
            "\ufeff");
    private static final List<String> HEADERS = List.of(
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_time",
            "ce_expirytime",
            "ce_correlationid",
            "ce_",
            "ce_a-b",
            "traceparent",
            "ce_traceparent",
            "tracestate",
            "content-type",
            "callport_origin",
            "kafka_replyTopic",
            "kafka_replyPartition",
            "kafka_correlationId",
            "",
            "\u0000");
    private static final List<String> HEADER_VALUES = List.of(
            "1.0",
            "0.3",
            "",
            "application/cloudevents+json",
            "application/cloudevents",
            "Application/CloudEvents+x",
            "application/cloudevents-batch+json",
            "t/1/2;hops=3",
            "t/-1/2;hops=3",
            "t/1/2;hops=999",
            "billing.replies",
            "absent.replies",
            "\u0000\u0000\u0000\u0001",
            "2026-11-20T12:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "/billing",
            "x".repeat(5_000),
            "a\nb");

    private final CommandReader reader =
            new CommandReader(MessageFixture.settings(), () -> VIEW, MessageFixture.keys());
    private final DeadLetterWriter deadLetters = new DeadLetterWriter(MessageFixture.settings(), () -> VIEW);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261120})
    void everyRecordHasOneReadingAndItsPublicationFits(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            InboundRecord record = record(random);
            try {
                assertThat(publications(record)).as("publications").hasSize(1);
            } catch (Throwable e) {
                throw new AssertionError("seed=" + seed + " round=" + round + " record=" + record, e);
            }
        }
    }

    /** Reads a record and publishes what becomes of it; an accepted command is refused as late. */
    private List<Publication> publications(InboundRecord record) {
        List<Publication> publications = new ArrayList<>();
        Origin origin = new OriginReader(MessageFixture.keys()).read(record).origin();
        reader.read(record, origin, MessageFixture.NOW)
                .match(
                        accepted -> publications.add(refusal(accepted.context(), ResultFixture.LATE)),
                        refused -> publications.add(refusal(refused.context(), refused.failure())),
                        misrouted -> publications.add(ResultFixture.writer(VIEW)
                                .reroute(misrouted.context(), misrouted.rerouted(), MessageFixture.NOW)),
                        noCommand -> publications.add(deadLetters.write(record, noCommand)),
                        missing -> {
                            throw new AssertionError(missing);
                        });
        publications.forEach(
                publication -> assertThat(publication.record().size()).isLessThanOrEqualTo(SMALL));
        return publications;
    }

    private static Publication refusal(CommandContext command, QueryFailure failure) {
        return ResultFixture.refusal(command, failure, VIEW);
    }

    private static InboundRecord record(Random random) {
        RecordBuilder record = new RecordBuilder()
                .at(
                        random.nextBoolean() ? MessageFixture.COMMANDS : "callport.callbot.commands",
                        random.nextInt(6),
                        random.nextLong())
                .timestamp(random.nextLong())
                .key(random.nextBoolean() ? null : bytes(random, 20))
                .value(value(random));
        if (random.nextInt(4) == 0) {
            record.binary("b-1");
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            byte[] value = random.nextInt(3) == 0
                    ? bytes(random, 30)
                    : pick(random, HEADER_VALUES).getBytes(UTF_8);
            record.header(pick(random, HEADERS), value);
        }
        return record.build();
    }

    private static byte[] value(Random random) {
        if (random.nextInt(8) == 0) {
            return random.nextBoolean() ? null : bytes(random, 200);
        }
        String lookup = "{\"customerId\":\"1\",\"appKey\":\"2\",\"status\":3}";
        RecordBuilder valid = random.nextBoolean() ? MessageFixture.command() : MessageFixture.lookup(lookup);
        if (random.nextInt(3) == 0) {
            valid.structured("\"expirytime\":\"2026-11-20T12:00:00Z\",");
        }
        byte[] value = valid.build().value();
        for (int i = random.nextInt(4); i > 0; i--) {
            value = mutated(value, random);
        }
        return value;
    }

    /** One byte flipped, a token put in, a part cut out, or a part repeated. */
    private static byte[] mutated(byte[] value, Random random) {
        int at = random.nextInt(value.length + 1);
        int to = Math.min(value.length, at + random.nextInt(12));
        byte[] middle;
        switch (random.nextInt(4)) {
            case 0 -> middle = bytes(random, 3);
            case 1 -> {
                middle = pick(random, TOKENS).getBytes(UTF_8);
                to = at;
            }
            case 2 -> middle = new byte[0];
            default -> {
                middle = Arrays.copyOfRange(value, at, to);
                to = at;
            }
        }
        byte[] result = new byte[at + middle.length + value.length - to];
        System.arraycopy(value, 0, result, 0, at);
        System.arraycopy(middle, 0, result, at, middle.length);
        System.arraycopy(value, to, result, at + middle.length, value.length - to);
        return result;
    }

    private static byte[] bytes(Random random, int most) {
        byte[] bytes = new byte[random.nextInt(most + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
