package io.callport.sandbox.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.sandbox.SandboxSettings;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.callback.CallbackBatch.Pace;
import io.callport.sandbox.callback.CallbackReceiver.Received;
import io.callport.sandbox.field.InvalidFieldException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The callbacks that the sandbox sends, judged by a receiver with signatures of its own. */
@Timeout(300)
class CallbacksTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SECRETS = List.of(
            "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr", "abciiiko2k3", "sandbox-nxlink-token", "sandbox-7moor-path-secret");

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsAuthenticAndHasNewIds(CallbackKind kind) throws Exception {
        CallbackReceiver receiver = receiver();
        VendorSandbox sandbox = sandbox(receiver.url());
        List<SentCallback> sent = send(sandbox, CallbackBatch.of(kind, 12));

        assertThat(sent).hasSize(12).allSatisfy(each -> {
            assertThat(each.status()).isEqualTo(200);
            assertThat(each.attempts()).isEqualTo(1);
            assertThat(each.problem()).isNull();
        });
        assertThat(receiver.authentic()).hasSize(12);
        assertThat(sent).extracting(SentCallback::ids).doesNotHaveDuplicates().hasSize(12);
        for (SentCallback each : sent) {
            assertThat(receiver.authentic())
                    .filteredOn(received -> each.ids().entrySet().stream()
                            .allMatch(id -> id.getKey().equals("requestID")
                                    ? id.getValue().equals(received.headers().getFirst("requestID"))
                                    : received.body().contains(id.getValue())))
                    .as("the callback with " + each.ids())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CALL", "ORDER", "TASK", "RECORD"})
    void signedOnesAreSignedByTheAlgorithmThatIsAskedFor(CallbackKind kind) throws Exception {
        CallbackReceiver receiver = receiver();
        VendorSandbox sandbox = sandbox(receiver.url());
        send(sandbox, CallbackBatch.of(kind, 1));
        send(sandbox, CallbackBatch.of(kind, 1).algorithm("MD5"));
        send(sandbox, CallbackBatch.of(kind, 1).algorithm("SHA256"));

        assertThat(receiver.authentic()).extracting(Received::algorithm).containsExactly("SHA256", "MD5", "SHA256");
    }

    @Test
    void bodiesAreNotAsciiAlone() throws Exception {
        CallbackReceiver receiver = receiver();
        VendorSandbox sandbox = sandbox(receiver.url());
        for (CallbackKind kind : List.of(CallbackKind.CALL, CallbackKind.RECORD, CallbackKind.CALL_STATE)) {
            send(sandbox, CallbackBatch.of(kind, 1));
        }
        assertThat(receiver.authentic())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.body()).matches("(?s).*[^\\x00-\\x7f].*"));
    }

    @ParameterizedTest
    @EnumSource
    void forgedOnesAreRefused(CallbackKind kind) throws Exception {
        CallbackReceiver receiver = receiver();
        List<SentCallback> sent =
                send(sandbox(receiver.url()), CallbackBatch.of(kind, 2).asForged());

        assertThat(sent).extracting(SentCallback::status).containsExactly(401, 401);
        assertThat(receiver.authentic()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void copiesAreTheSameBytes(CallbackKind kind) throws Exception {
        CallbackReceiver receiver = receiver();
        send(sandbox(receiver.url()), CallbackBatch.of(kind, 2).copies(3));

        assertThat(receiver.authentic().stream()
                        .collect(Collectors.groupingBy(
                                each -> each.path() + each.headers().entrySet() + each.body(), Collectors.counting())))
                .hasSize(2)
                .containsValue(3L);
    }

    @Test
    void eachFourEventsOf7moorAreTheStatesOfACallInTheirOrder() throws Exception {
        CallbackReceiver receiver = receiver();
        send(sandbox(receiver.url()), CallbackBatch.of(CallbackKind.CALL_STATE, 40));

        assertThat(receiver.authentic().stream()
                        .map(each -> tree(each.body()))
                        .collect(Collectors.groupingBy(
                                each -> each.path("callUniqueId").asText(),
                                Collectors.mapping(
                                        each -> each.path("callEvent").asText(), Collectors.toList()))))
                .hasSize(10)
                .allSatisfy((call, states) -> assertThat(states).containsExactly("calling", "ring", "link", "hangup"));
    }

    @Test
    void aCallbackIsSentAgainUntilItsAnswerIs200() throws Exception {
        CallbackReceiver receiver = receiver(before -> before < 2 ? 503 : 200);
        CallbackBatch batch = CallbackBatch.of(CallbackKind.TASK, 1);
        List<SentCallback> sent = send(sandbox(receiver.url()), batch.pace(new Pace(1, 5, Duration.ZERO)));

        assertThat(sent).singleElement().satisfies(each -> {
            assertThat(each.status()).isEqualTo(200);
            assertThat(each.attempts()).isEqualTo(3);
        });
        assertThat(receiver.all())
                .extracting(Received::body)
                .hasSize(3)
                .containsOnly(receiver.all().get(0).body());
    }

    @Test
    void onlyAsManyAttemptsAreMadeAsAreAskedFor() throws Exception {
        CallbackReceiver receiver = receiver(before -> 503);
        CallbackBatch batch = CallbackBatch.of(CallbackKind.TASK, 1);
        VendorSandbox sandbox = sandbox(receiver.url());

        assertThat(send(sandbox, batch)).extracting(SentCallback::status).containsExactly(503);
        assertThat(receiver.all()).hasSize(1);
        assertThat(send(sandbox, batch.pace(new Pace(1, 2, Duration.ZERO))))
                .extracting(SentCallback::attempts)
                .containsExactly(2);
    }

    @Test
    void noMoreAreOnTheWayAtOnceThanAreAskedFor() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch four = new CountDownLatch(4);
        CallbackReceiver receiver = receiver(before -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            four.countDown();
            await(four);
            sleep(50); // where a fifth is let through it comes meanwhile
            now.decrementAndGet();
            return 200;
        });
        CallbackBatch batch = CallbackBatch.of(CallbackKind.CALL, 40);
        send(sandbox(receiver.url()), batch.pace(new Pace(4, 1, Duration.ZERO)));

        assertThat(receiver.authentic()).hasSize(40);
        assertThat(most.get()).isEqualTo(4);
    }

    @Test
    void aReceiverThatDoesNotListenIsReportedWithoutASecret() throws Exception {
        CallbackReceiver gone = receiver();
        gone.close();
        VendorSandbox sandbox = sandbox(gone.url());
        for (CallbackKind kind : CallbackKind.values()) {
            HttpResponse<String> answer = post(sandbox, "{\"kind\":\"" + kind.label() + "\"}");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(tree(answer.body()).at("/callbacks/0/status").isNull()).isTrue();
            assertThat(tree(answer.body()).at("/callbacks/0/error").asText())
                    .contains("nothing listens", "" + gone.url());
            assertThat(answer.body()).doesNotContain(SECRETS.toArray(String[]::new));
        }
    }

    @Test
    void overHttpTheAnswerSaysTheStatusAndTheIdsOfEach() throws Exception {
        CallbackReceiver receiver = receiver(before -> before == 0 ? 503 : 200);
        JsonNode report = tree(post(
                        sandbox(receiver.url()),
                        "{\"kind\":\"callbot.call\",\"count\":3,\"concurrency\":1,\"attempts\":1,\"pauseMillis\":0,"
                                + "\"copies\":1,\"algorithm\":\"MD5\",\"forged\":false,"
                                + "\"account\":\"callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR\"}")
                .body());

        assertThat(report.path("sent").intValue()).isEqualTo(3);
        assertThat(report.path("accepted").intValue()).isEqualTo(2);
        assertThat(report.path("callbacks")).hasSize(3).allSatisfy(each -> {
            assertThat(each.path("ids").path("orderID").asText()).hasSize(32);
            assertThat(each.path("ids").path("callID").asText()).hasSize(32);
            assertThat(each.path("attempts").intValue()).isEqualTo(1);
        });
        assertThat(report.at("/callbacks/0/status").intValue()).isEqualTo(503);
        assertThat(report.at("/callbacks/1/status").intValue()).isEqualTo(200);
        assertThat(receiver.authentic()).extracting(Received::algorithm).containsOnly("MD5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json                                           | body        | callbot.call",
                "[]                                                 | body        | callbot.call",
                "{}                                                 | kind        | nxlink.record-with-token",
                "{\"kind\":7}                                       | kind        | 7moor.event",
                "{\"kind\":\"call\"}                                | kind        | callbot.order",
                "{\"kind\":\"callbot.call\",\"count\":0}            | count       | 10000",
                "{\"kind\":\"callbot.call\",\"count\":10001}        | count       | 10000",
                "{\"kind\":\"callbot.call\",\"count\":\"3\"}        | count       | 10000",
                "{\"kind\":\"callbot.call\",\"count\":1.5}          | count       | 10000",
                "{\"kind\":\"callbot.call\",\"copies\":11}          | copies      | 10",
                "{\"kind\":\"callbot.call\",\"concurrency\":65}     | concurrency | 64",
                "{\"kind\":\"callbot.call\",\"attempts\":101}       | attempts    | 100",
                "{\"kind\":\"callbot.call\",\"pauseMillis\":10001}  | pauseMillis | 10000",
                "{\"kind\":\"callbot.call\",\"algorithm\":\"md5\"}  | algorithm   | SHA256",
                "{\"kind\":\"callbot.call\",\"forged\":\"yes\"}     | forged      | true or false",
                "{\"kind\":\"callbot.call\",\"colour\":1}           | colour      | pauseMillis",
                "{\"kind\":\"callbot.call\",\"account\":1}          | account     | text",
                "{\"kind\":\"callbot.call\",\"account\":\"callbot:x\"} | account  | callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR",
                "{\"kind\":\"callbot.call\",\"account\":\"7moor:2000103\"} | account | callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR",
            })
    void aRequestThatCannotBeDoneNamesTheFieldAndWhatIsAllowed(String json, String field, String allowed)
            throws Exception {
        CallbackReceiver receiver = receiver();
        HttpResponse<String> answer = post(sandbox(receiver.url()), json);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tree(answer.body()).path("field").asText()).isEqualTo(field);
        assertThat(tree(answer.body()).path("allowed").asText()).contains(allowed);
        assertThat(tree(answer.body()).path("error").asText()).contains(field);
        assertThat(receiver.all()).isEmpty();
    }

    @Test
    void aFifthBatchAtOnceIsRefused() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch held = new CountDownLatch(4);
        CallbackReceiver receiver = receiver(before -> {
            held.countDown();
            await(release);
            return 200;
        });
        VendorSandbox sandbox = sandbox(receiver.url());
        List<CompletableFuture<List<SentCallback>>> four = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            four.add(sandbox.sendCallbacks(CallbackBatch.of(CallbackKind.TASK, 1)));
        }
        held.await();
        HttpResponse<String> fifth = post(sandbox, "{\"kind\":\"callbot.task\"}");
        release.countDown();

        assertThat(fifth.statusCode()).isEqualTo(503);
        assertThat(tree(fifth.body()).path("error").asText()).contains("4 batches");
        for (CompletableFuture<List<SentCallback>> each : four) {
            assertThat(each.join()).extracting(SentCallback::status).containsExactly(200);
        }
        assertThat(post(sandbox, "{\"kind\":\"callbot.task\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void noTextHasASecret() throws Exception {
        CallbackReceiver receiver = receiver();
        VendorSandbox sandbox = sandbox(receiver.url());
        assertThat(send(sandbox, CallbackBatch.of(CallbackKind.CALL_STATE, 1)) + "" + SandboxSettings.DEFAULT)
                .doesNotContain(SECRETS.toArray(String[]::new));
    }

    @Test
    void settingsSayWhichPartIsNotOfItsForm() {
        URI url = URI.create("http://127.0.0.1:1");
        assertThatThrownBy(() -> new CallbackSettings(URI.create("ftp://a"), "MD5", "t", "0123456789abcdef"))
                .hasMessageContaining("url");
        assertThatThrownBy(() -> new CallbackSettings(url, "SHA1", "t", "0123456789abcdef"))
                .hasMessageContaining("algorithm");
        assertThatThrownBy(() -> new CallbackSettings(url, "MD5", " ", "0123456789abcdef"))
                .hasMessageContaining("token");
        assertThatThrownBy(() -> new CallbackSettings(url, "MD5", "t", "0123456789abcde/"))
                .hasMessageContaining("pathSecret")
                .hasMessageNotContaining("0123456789abcde/");
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> new Pace(1, 1, Duration.ofSeconds(11)))
                .withMessageContaining("pauseMillis");
    }

    private CallbackReceiver receiver() throws Exception {
        return receiver(before -> 200);
    }

    private CallbackReceiver receiver(java.util.function.IntUnaryOperator status) throws Exception {
        CallbackReceiver receiver = new CallbackReceiver(status);
        open.add(receiver);
        return receiver;
    }

    private VendorSandbox sandbox(URI receiver) {
        VendorSandbox sandbox =
                VendorSandbox.start(0, SandboxSettings.DEFAULT.callbacks(CallbackSettings.DEFAULT.url(receiver)));
        open.add(sandbox);
        return sandbox;
    }

    private static List<SentCallback> send(VendorSandbox sandbox, CallbackBatch batch) {
        return sandbox.sendCallbacks(batch).join();
    }

    private static HttpResponse<String> post(VendorSandbox sandbox, String json) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(sandbox.url().resolve("/_sandbox/callbacks"))
                .timeout(Duration.ofMinutes(2))
                .POST(BodyPublishers.ofString(json))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
