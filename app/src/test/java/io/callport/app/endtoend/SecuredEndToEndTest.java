package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.app.endtoend.SecuredFixture.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SASL/SCRAM over TLS, configured as docs/operations.md shows, with the rights that it lists and no others. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SecuredEndToEndTest {
    private static final String COMMANDS = "callport.callbot.commands";
    private static final String RESULTS = "callport.callbot.results";
    private static final String LOOKUP = "{\"query\":\"call-info.lookup\",\"account\":\"" + ServiceFixture.CALLBOT
            + "\",\"params\":" + ServiceFixture.LOOKUP + "}";

    private static SecuredFixture fixture;
    private static CapturedOutput log;
    private final List<Ended> ended = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException {
        log = CapturedOutput.begin();
        fixture = new SecuredFixture(directory);
        fixture.allow(AclCommands.documented());
        for (String topic : SecuredFixture.TOPICS) {
            String operation = topic.endsWith(".commands") ? "Write" : "Read";
            fixture.allow(
                    AclCommands.rules("--allow-principal User:shop --operation " + operation + " --topic " + topic));
        }
    }

    @AfterAll
    static void stop() {
        fixture.close();
        log.close();
    }

    @AfterEach
    void noPasswordIsShown() {
        assertThat(ended).isNotEmpty();
        assertThat(ended.toString()).doesNotContain(SecuredFixture.PASSWORD, ServiceFixture.CALLBOT_SECRET);
        assertThat(log.all())
                .contains("sasl.jaas.config = [hidden]")
                .doesNotContain(SecuredFixture.PASSWORD, ServiceFixture.CALLBOT_SECRET);
    }

    @Test
    void theDocumentedRightsAreEnoughForAllThatTheServiceDoes() throws Exception {
        FutureTask<Ended> run = new FutureTask<>(() -> fixture.run(SecuredFixture.PASSWORD, "run"));
        Thread service = new Thread(run, "callport-run");
        service.start();
        try (BackEndClient backEnd = new BackEndClient(
                fixture.broker.clientProperties("shop"),
                SecuredFixture.TOPICS.stream()
                        .filter(topic -> !topic.endsWith(".commands"))
                        .toList())) {
            answersWhereverItIsPublished(backEnd);
            answersWhereTheCommandWantsIt(backEnd);
            setsAsideWhatIsNoCommand(backEnd);
        } finally {
            service.interrupt();
            ended.add(run.get(1, TimeUnit.MINUTES));
        }
        assertThat(ended.get(0).code()).isZero();
    }

    /** On one of three partitions it is at home; from the others it travels. */
    private static void answersWhereverItIsPublished(BackEndClient backEnd) {
        List<String> published = IntStream.range(0, 3)
                .mapToObj(partition -> backEnd.publish(COMMANDS, partition, ServiceFixture.CALLBOT.toString(), LOOKUP))
                .toList();
        for (String position : published) {
            ConsumerRecord<String, String> result = backEnd.await(RESULTS, "ce_id", position);
            assertThat(result.value()).contains("\"status\":\"answered\"");
        }
    }

    private static void answersWhereTheCommandWantsIt(BackEndClient backEnd) {
        String position = backEnd.publish(
                COMMANDS,
                null,
                ServiceFixture.CALLBOT.toString(),
                LOOKUP,
                new RecordHeader("kafka_replyTopic", "shop.replies".getBytes(StandardCharsets.UTF_8)));
        assertThat(backEnd.await("shop.replies", "ce_id", position).value()).contains("\"status\":\"answered\"");
    }

    private static void setsAsideWhatIsNoCommand(BackEndClient backEnd) {
        String position = backEnd.publish(COMMANDS, null, null, "no command");
        String offset = position.substring(position.lastIndexOf('/') + 1);
        assertThat(backEnd.await("callport.dead-letters", "__dlq.errors.offset", offset)
                        .value())
                .isEqualTo("no command");
    }

    @Test
    void theCheckIsContentWithThem() {
        Ended check = check(SecuredFixture.PASSWORD);
        assertThat(problems(check)).isEmpty();
        assertThat(check.code()).isZero();
        assertThat(check.out()).startsWith("ok: ");
        assertThat(check.err().lines().filter(line -> line.startsWith("warning: ")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("warning: kafka: DESCRIBE_CONFIGS on "));
    }

    @Test
    void theCheckHasNothingToSayWithTheOptionalOnesToo() {
        fixture.allow(AclCommands.optional());
        Ended check = check(SecuredFixture.PASSWORD);
        AclCommands.optional().forEach(fixture::takeAway);
        assertThat(check.err()).doesNotContain("warning", "kafka:");
        assertThat(check.code()).isZero();
    }

    @Test
    void theCheckNamesEachThatIsTakenAwayAndHowToGiveItBack() {
        for (AclBinding right : AclCommands.documented()) {
            fixture.takeAway(right);
            try {
                assertThat(AclCommands.rules(onlyProblem(right))).containsExactly(right);
            } finally {
                fixture.allow(List.of(right));
            }
        }
        theCheckIsContentWithThem();
    }

    private String onlyProblem(AclBinding missing) {
        Ended check = check(SecuredFixture.PASSWORD);
        assertThat(check.code()).as(missing.toString()).isEqualTo(1);
        assertThat(problems(check)).as(missing.toString()).hasSize(1);
        assertThat(problems(check).get(0))
                .startsWith("kafka: " + missing.entry().operation() + " on ")
                .contains(missing.pattern().name() + " is missing, so ");
        return problems(check).get(0);
    }

    private static List<String> problems(Ended check) {
        return check.err().lines().filter(line -> line.startsWith("kafka: ")).toList();
    }

    @Test
    void aWrongPasswordIsReportedAndNotPrinted() {
        Ended check = check("wrong-pw-77af");
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err()).contains("kafka: Kafka lets nobody in with these credentials");
        assertThat(check.err() + log.all()).doesNotContain("wrong-pw-77af");
    }

    private Ended check(String password) {
        Ended check = fixture.run(password, "check", "--live");
        ended.add(check);
        return check;
    }
}
