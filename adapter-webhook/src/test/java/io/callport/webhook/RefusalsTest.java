package io.callport.webhook;

import static io.callport.webhook.fixture.Callbacks.CALL;
import static io.callport.webhook.fixture.Callbacks.NOW;
import static io.callport.webhook.fixture.Callbacks.ORDER;
import static io.callport.webhook.fixture.Callbacks.RECORD;
import static io.callport.webhook.fixture.Callbacks.STATE;
import static io.callport.webhook.fixture.Callbacks.TASK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.signing.Algorithm;
import io.callport.webhook.fixture.Callbacks;
import io.callport.webhook.fixture.RecordingListener;
import io.callport.webhook.fixture.RecordingSink;
import io.callport.webhook.fixture.SimulatedClock;
import io.callport.webhook.message.WebhookReply;
import io.callport.webhook.message.WebhookRequest;
import io.callport.webhook.settings.WebhookSettings;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is not an authentic callback of its path's kind is refused, and nothing of it is published. */
class RefusalsTest {
    private final RecordingSink sink = new RecordingSink();
    private final RecordingListener listener = new RecordingListener();
    private final Webhooks webhooks =
            Webhooks.of(WebhookSettings.of(Callbacks.ACCOUNTS), sink, listener, new SimulatedClock());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/webhooks",
                "/webhooks/",
                "/webhooks/callbot",
                "/webhooks/callbot/",
                "/webhooks/callbot/calls",
                "/webhooks/callbot/call/",
                "/webhooks/callbot/call/x",
                "/webhooks//callbot/call",
                "/WEBHOOKS/callbot/call",
                "/webhooks/nxlink",
                "/webhooks/nxlink/records",
                "/webhooks/nxlink/a/b/record",
                "/webhooks/7moor",
                "/webhooks/7moor/20000153",
                "/webhooks/7moor/a/b/c",
                "/webhooks/8moor/a/b",
                "webhooks/callbot/call"
            })
    void aPathOfNoRouteIsNotFound(String path) {
        assertThat(status(Callbacks.at(Callbacks.callbot("call", CALL), path))).isEqualTo(404);
        assertThat(listener.received).containsExactly("- - no-route");
    }

    @Test
    void aQueryBehindThePathIsIgnored() {
        assertThat(status(Callbacks.at(Callbacks.callbot("call", CALL), "/webhooks/callbot/call?a=/b")))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "post", "HEAD", "OPTIONS"})
    void onlyPostIsTaken(String method) {
        WebhookRequest call = Callbacks.callbot("call", CALL);
        WebhookReply reply = reply(new WebhookRequest(method, call.target(), call.headers(), call.body()));
        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers()).containsEntry("Allow", "POST");
    }

    static Stream<WebhookRequest> signed() {
        return Stream.of(Callbacks.callbot("call", CALL), Callbacks.callbot("task", TASK), Callbacks.nxlink(RECORD));
    }

    @ParameterizedTest
    @MethodSource("signed")
    void eachHeaderOfASignatureMustComeOnceAndInItsForm(WebhookRequest request) {
        for (String name : request.headers().keySet()) {
            String value = request.headers().get(name).get(0);
            boolean optional = name.equals("algorithm");
            if (!optional) {
                assertRefused(Callbacks.with(request, name));
            }
            assertRefused(Callbacks.with(request, name, value, value));
            assertRefused(Callbacks.with(request, name, ""));
            assertRefused(Callbacks.with(request, name, value + "x"));
            assertRefused(Callbacks.with(request, name, "x".repeat(600)));
            assertRefused(Callbacks.with(request, name, "x".repeat(100_000)));
            assertRefused(Callbacks.with(request, name, "\u0000\uFFFF"));
        }
        assertThat(status(request)).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("signed")
    void everyByteOfABodyCounts(WebhookRequest request) {
        for (int i = 0; i < request.body().length; i += 7) {
            byte[] forged = request.body().clone();
            forged[i] ^= 1;
            assertRefused(new WebhookRequest("POST", request.target(), request.headers(), forged));
        }
    }

    @Test
    void aSignatureWithTheOtherAlgorithmIsWrong() {
        byte[] body = CALL.getBytes(UTF_8);
        for (Account account : new Account[] {Callbacks.CALLBOT, Callbacks.CALLBOT_SHA}) {
            Algorithm own = account.equals(Callbacks.CALLBOT) ? Algorithm.MD5 : Algorithm.SHA256;
            Algorithm other = own == Algorithm.MD5 ? Algorithm.SHA256 : Algorithm.MD5;
            assertThat(status(Callbacks.callbot("call", account, own, NOW, body)))
                    .isEqualTo(200);
            WebhookRequest forged = Callbacks.callbot("call", account, other, NOW, body);
            assertRefused(forged);
            assertRefused(Callbacks.with(forged, "algorithm", other.name()));
        }
    }

    @Test
    void requestsOfOursAreNoCallbacks() {
        String request = "{\"productID\":\"callbot\",\"userTaskID\":\"t\",\"orderList\":[\"1\"]}";
        assertThat(status(Callbacks.callbot("call", request))).isEqualTo(400);
        assertThat(listener.last()).isEqualTo(Callbacks.CALLBOT + " call-info.call wrong-kind");
        assertRefused(Callbacks.nxlink(Algorithm.MD5, "8", "cc", RECORD));
        assertRefused(Callbacks.nxlink(Algorithm.MD5, "1", "callback", RECORD));
        assertThat(sink.events).isEmpty();
    }

    @Test
    void signedAnswersAreNoCallbacks() {
        assertThat(status(Callbacks.callbot("order", "{\"retCode\":0,\"orderDetailList\":[{\"callInfoDetail\":{}}]}")))
                .isEqualTo(400);
        assertThat(status(Callbacks.callbot("task", "{\"retCode\":0,\"taskData\":[]}")))
                .isEqualTo(400);
        assertThat(sink.events).isEmpty();
    }

    @Test
    void aCallbackOfAnotherKindIsRefused() {
        assertThat(status(Callbacks.callbot("call", TASK))).isEqualTo(400);
        assertThat(status(Callbacks.callbot("order", TASK))).isEqualTo(400);
        assertThat(status(Callbacks.callbot("task", ORDER))).isEqualTo(400);
        assertThat(listener.received).allMatch(it -> it.endsWith(" wrong-kind"));
        assertThat(sink.events).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT24H,200", "PT24H1S,401", "PT-24H,200", "PT-24H-1S,401"})
    void aSignatureOfLongAgoOrToComeIsRefused(Duration age, int status) {
        byte[] body = CALL.getBytes(UTF_8);
        assertThat(status(Callbacks.callbot("call", Callbacks.CALLBOT, Algorithm.MD5, NOW.minus(age), body)))
                .isEqualTo(status);
        if (status == 401) {
            assertThat(listener.last()).endsWith(" too-old");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "[{\"callbackType\":1,\"callInfoDetail\":{}}]",
                "null",
                "1",
                "\"text\"",
                "<xml/>",
                "{",
                "{\"callbackType\":1,\"callInfoDetail\":{}",
                "{\"callbackType\":1,\"callInfoDetail\":{}}x",
                "{'a':1}",
                "{\"callbackType\":1e999999999,\"callInfoDetail\":{\"n\":1e999999999}}",
                "\u0000",
                "{\"a\":NaN}"
            })
    void whatIsAuthenticAndNoJsonObjectIsABadRequest(String body) {
        int status = status(Callbacks.callbot("call", body));
        if (status == 200) { // a number beyond reason that nothing reads is kept as it came
            assertThat(body).contains("1e999999999");
        } else {
            assertThat(status).isEqualTo(400);
            assertThat(sink.events).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"callbackType\":1,\"callInfoDetail\":{\"a\":"})
    void nestingOfThousandsIsABadRequest(String level) {
        assertThat(status(Callbacks.callbot("call", level.repeat(5_000)))).isEqualTo(400);
        String closed = "{\"callbackType\":1,\"callInfoDetail\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        assertThat(status(Callbacks.callbot("call", closed))).isEqualTo(400);
    }

    @Test
    void bytesThatAreNoTextAreABadRequest() {
        byte[] body = {(byte) 0xff, (byte) 0xfe, '{', '}'};
        assertThat(status(Callbacks.callbot("call", Callbacks.CALLBOT, Algorithm.MD5, NOW, body)))
                .isEqualTo(400);
    }

    @Test
    void aBodyBeyondTheLargestIsRefused() {
        WebhookRequest largest =
                Callbacks.moor(STATE + " ".repeat(WebhookSettings.MAX_BODY_BYTES - STATE.getBytes(UTF_8).length));
        assertThat(status(largest)).isEqualTo(200);
        assertThat(status(Callbacks.moor(STATE + " ".repeat(WebhookSettings.MAX_BODY_BYTES))))
                .isEqualTo(413);
        assertThat(status(Callbacks.with(Callbacks.callbot("call", CALL), "content-length", "262145")))
                .isEqualTo(413);
    }

    @Test
    void aTokenIsComparedWithItsAccountsAlone() {
        assertThat(status(Callbacks.token(Callbacks.TOKEN, RECORD))).isEqualTo(200);
        assertRefused(Callbacks.token(Callbacks.TOKEN + "x", RECORD));
        assertRefused(Callbacks.token(Callbacks.TOKEN.toUpperCase(Locale.ROOT), RECORD));
        assertRefused(Callbacks.with(Callbacks.token(Callbacks.TOKEN, RECORD), "token"));
        assertRefused(Callbacks.with(Callbacks.token("x", RECORD), "token", Callbacks.TOKEN, Callbacks.TOKEN));
        for (String other : new String[] {Callbacks.NXLINK.key(), "nobody", "", "%74oken-account"}) {
            assertRefused(
                    Callbacks.at(Callbacks.token(Callbacks.TOKEN, RECORD), "/webhooks/nxlink/" + other + "/record"));
        }
    }

    @Test
    void aPathSecretIsComparedWithItsAccountsAlone() {
        assertThat(status(Callbacks.moor(STATE))).isEqualTo(200);
        for (String secret : new String[] {
            "",
            "x",
            Callbacks.PATH_SECRET + "x",
            "%70ath-secret_0123456789-ABCDEF",
            Callbacks.PATH_SECRET + ";a=b",
            "x".repeat(8_000)
        }) {
            assertRefused(Callbacks.moor(Callbacks.MOOR_ID, secret, STATE));
        }
        for (String account : new String[] {"", "2000103", "2000104", "nobody", "..", "20000153;x"}) {
            assertRefused(Callbacks.moor(account, Callbacks.PATH_SECRET, STATE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2000015\"", "20000154", "null", "[\"20000153\"]", "true"})
    void aBodyOfAnotherAccountIsNotAuthentic(String accountId) {
        assertRefused(Callbacks.moor(STATE.replace("\"20000153\"", accountId)));
        assertRefused(Callbacks.moor(STATE.replace("accountId", "account")));
    }

    @Test
    void allThatIsNotAuthenticIsAnsweredAlike() {
        byte[] wrong = reply(Callbacks.with(Callbacks.callbot("call", CALL), "sign", "0".repeat(32)))
                .body();
        assertThat(reply(Callbacks.with(Callbacks.callbot("call", CALL), "uuid", "nobody"))
                        .body())
                .isEqualTo(wrong);
        assertThat(reply(Callbacks.moor("nobody", Callbacks.PATH_SECRET, STATE)).body())
                .isEqualTo(wrong);
        assertThat(reply(Callbacks.moor("2000104", Callbacks.PATH_SECRET, STATE))
                        .body())
                .isEqualTo(wrong);
        assertThat(reply(Callbacks.token("x", RECORD)).body()).isEqualTo(wrong);
    }

    @Test
    void metricsKnowConfiguredAccountsAlone() {
        assertRefused(Callbacks.with(Callbacks.callbot("call", CALL), "uuid", "nobody"));
        assertThat(listener.last()).isEqualTo("- call-info.call not-authentic");
        assertRefused(Callbacks.with(Callbacks.callbot("call", CALL), "sign"));
        assertThat(listener.last()).isEqualTo(Callbacks.CALLBOT + " call-info.call not-authentic");
    }

    private void assertRefused(WebhookRequest request) {
        int before = sink.events.size();
        assertThat(status(request)).isEqualTo(401);
        assertThat(sink.events).hasSize(before);
    }

    private int status(WebhookRequest request) {
        return reply(request).status();
    }

    private WebhookReply reply(WebhookRequest request) {
        int reports = listener.received.size();
        WebhookReply reply = webhooks.handle(request).join();
        assertThat(listener.received).hasSize(reports + 1);
        return reply;
    }
}
