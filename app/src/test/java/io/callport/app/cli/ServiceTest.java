package io.callport.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.contract.TrafficCheck;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.broker.EmbeddedKafka;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that need Kafka, on an embedded broker and stand-in vendors. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ServiceTest {
    private static final Set<String> TOPICS = Set.of(
            "callport.7moor.commands", "callport.7moor.results", "callport.callbot.commands", "callport.dead-letters");

    private static EmbeddedKafka kafka;
    private static VendorSandbox vendors;
    private static int adminPort;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws Exception {
        kafka = EmbeddedKafka.start();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("shop.replies", 1, (short) 1)))
                    .all()
                    .get();
        }
        vendors = VendorSandbox.start(0);
        try (ServerSocket socket = new ServerSocket(0)) {
            adminPort = socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        vendors.close();
        kafka.close();
    }

    @Test
    void runsAnswersTellsOfItselfAndStopsInPeace() throws Exception {
        String config = "--config=" + configuration();
        FutureTask<CommandLineRun.Ended> run = new FutureTask<>(() -> new CommandLineRun().run("run", config));
        Thread service = new Thread(run, "callport-run");
        service.start();
        awaitReady(run);

        CommandLineRun.Ended answered =
                new CommandLineRun().run("send", "number-pool.numbers", "--account=7moor:2000103", config);
        assertThat(answered.err()).isEmpty();
        assertThat(answered.code()).isZero();
        assertThat(answered.out()).contains("\"status\":\"answered\"", "\"displayNumbers\"");

        CommandLineRun.Ended refused =
                new CommandLineRun().run("send", "number-pool.numbers", "--account=7moor:1", config);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).contains("\"reason\":\"unknown-account\"");

        CommandLineRun.Ended many = new CommandLineRun()
                .reading("{}\n{\"page\":0}\n{}\n")
                .run("send", "agents.list", "--account=7moor:2000103", "--params=-", config);
        assertThat(many.err()).isEqualTo("3 results: 2 answered, 1 invalid-command\n");
        assertThat(many.out().lines()).hasSize(3);
        assertThat(many.code()).isEqualTo(1);

        CommandLineRun.Ended options = new CommandLineRun()
                .run(
                        "send",
                        "number-pool.numbers",
                        "--account=7moor:2000103",
                        "--id=42",
                        "--deadline=30s",
                        "--max-age=1m",
                        "--reply-topic=shop.replies",
                        "--pretty",
                        config);
        assertThat(options.code()).isZero();
        assertThat(options.out())
                .startsWith("{\n  \"query\" : \"number-pool.numbers\",")
                .contains("\"commandId\" : \"42\"", "\"status\" : \"answered\"");

        CommandLineRun.Ended elsewhere = new CommandLineRun()
                .run("send", "number-pool.numbers", "--account=7moor:2000103", "--reply-topic=nobodys", config);
        assertThat(elsewhere.code()).isEqualTo(1);
        assertThat(elsewhere.out()).contains("\"invalid-command\"", "kafka_replyTopic: is not among the topics");

        assertThat(get("/metrics"))
                .contains("callport_commands_seconds_count{outcome=\"answered\"")
                .contains("callport_requests_seconds_count{endpoint=");

        CommandLineRun.Ended checked = new CommandLineRun().run("check", "--live", config);
        assertThat(checked.err()).contains("7moor:2000103: asked number-pool.numbers; this spent one request");
        assertThat(checked.err().lines())
                .as("it has no budget")
                .contains("callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR: pinged");
        assertThat(checked.code()).isZero();

        vendors.arm(Fault.of(FaultKind.CODE, "code", 6).at("/callcentre/api/v3/ping"));
        CommandLineRun.Ended wrong = new CommandLineRun().run("check", "--live", config);
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.err()).contains("callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR: unauthorized");

        vendors.arm(Fault.of(FaultKind.STATUS, "status", 429).at("/callcentre/api/v3/ping"));
        CommandLineRun.Ended tooOften = new CommandLineRun().run("check", "--live", config);
        assertThat(tooOften.err())
                .contains("Its budget is spent, perhaps by the running service: wait and check again.")
                .doesNotContain("Correct");

        Path secret = Files.writeString(
                directory.resolve("wrong.yaml"),
                Files.readString(configuration()).replace("HWHp9xFVlbboxIU2S6DHA7sf9sGzt3", "another-s3cret"));
        assertThat(new CommandLineRun()
                        .run("check", "--live", "--config=" + secret)
                        .err())
                .contains("7moor:2000103: unauthorized: ", "Check the account's secret")
                .doesNotContain("budget is spent", "another-s3cret");

        awaitPing();

        service.interrupt();
        assertThat(run.get(1, TimeUnit.MINUTES).code()).isZero();
        TrafficCheck.assertOfTheContract(Map.of("bootstrap.servers", kafka.bootstrapServers()), TOPICS, Set.of());
    }

    @Test
    void saysThatNothingCanBeSentAndUsageIsWrong() throws Exception {
        String config = "--config=" + configuration();
        CommandLineRun.Ended params =
                new CommandLineRun().run("send", "a.b", "--account=7moor:1", "--params=[]", config);
        assertThat(params.code()).isEqualTo(2);
        assertThat(params.err()).startsWith("--params: must be a JSON object");
        CommandLineRun.Ended lines =
                new CommandLineRun().reading("{}\n[]\n").run("send", "a.b", "--account=7moor:1", "--params=-", config);
        assertThat(lines.code()).isEqualTo(2);
        assertThat(lines.err()).startsWith("--params -: line 2 of the input must be a JSON object");
        CommandLineRun.Ended none = new CommandLineRun().run("send", "a.b", "--account=7moor:1", "--params=-", config);
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).startsWith("--params -: the input is empty");
        CommandLineRun.Ended id = new CommandLineRun()
                .reading("{}\n")
                .run("send", "a.b", "--account=7moor:1", "--params=-", "--id=1", config);
        assertThat(id.code()).isEqualTo(2);
        assertThat(id.err()).startsWith("--id: must not be given with --params -");
        CommandLineRun.Ended vendor = new CommandLineRun().run("send", "a.b", "--account=acme:1", config);
        assertThat(vendor.code()).isEqualTo(2);
        assertThat(vendor.err()).startsWith("--account: there is no vendor acme");
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Path file = Files.writeString(
                    directory.resolve("taken.yaml"),
                    Files.readString(configuration()).replace("port: " + adminPort, "port: " + taken.getLocalPort()));
            CommandLineRun.Ended ended = new CommandLineRun().run("run", "--config=" + file);
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err())
                    .startsWith("admin.port: " + taken.getLocalPort() + " is taken on 127.0.0.1; choose another");
            assertThat(ended.err().lines()).hasSize(2);
        }
    }

    private Path configuration() throws IOException {
        return Files.writeString(
                directory.resolve("callport.yaml"), """
                kafka: {bootstrap.servers: '%1$s'}
                accounts:
                  - {id: '7moor:2000103', secret: HWHp9xFVlbboxIU2S6DHA7sf9sGzt3, url: '%2$s'}
                  - {id: 'callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR', secret: u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr, url: '%2$s'}
                admin: {port: %3$d}
                topics: {7moor: {replies: [shop.replies]}}
                """.formatted(kafka.bootstrapServers(), vendors.url(), adminPort));
    }

    private static void awaitReady(FutureTask<?> run) {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!get("/health/ready").contains("\"ready\"")) {
            assertThat(run.isDone()).as("ended early").isFalse();
            assertThat(System.nanoTime()).as("ready in time").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static void awaitPing() {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!get("/health/ready")
                .contains("\"account\":\"callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR\",\"ping\":\"answered\"")) {
            assertThat(System.nanoTime()).as("pinged in time").isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static String get(String path) {
        try {
            URI uri = URI.create("http://127.0.0.1:" + adminPort + path);
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "not yet";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
