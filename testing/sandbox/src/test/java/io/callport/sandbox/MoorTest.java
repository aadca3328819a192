package io.callport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.sandbox.moor.MoorLimit;
import io.callport.sandbox.vendor.SandboxAccount;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MoorTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private final AtomicLong nanos = new AtomicLong(-5);
    private final SandboxSettings settings = SandboxSettings.DEFAULT
            .clock(Clock.fixed(NOW, ZoneOffset.UTC))
            .nanoClock(nanos::get)
            .accounts(
                    List.of(SandboxAccount.DOCUMENTED.get(0), new SandboxAccount("7moor", "other", "another-secret")));
    private VendorSandbox sandbox = VendorSandbox.start(0, settings);
    private SandboxClient client = new SandboxClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void numbersAndGroupsAreTheDocumentedExamples() throws Exception {
        JsonNode numbers = SandboxClient.json(ask(SandboxClient.NUMBERS));
        JsonNode groups = SandboxClient.json(ask(SandboxClient.GROUPS));

        assertThat(numbers.path("success").booleanValue()).isTrue();
        assertThat(numbers.at("/data/displayNumberList/0/group/1/name").asText())
                .isEqualTo("888");
        assertThat(numbers.at("/data/sipNumberList/0/password").asText()).isEqualTo("123456Aa");
        assertThat(groups.at("/data/0/name").asText()).isEqualTo("客服号码组");
        assertThat(verdicts()).containsExactly("accepted", "accepted");
    }

    @Test
    void anAnswerEchoesTheRequestWithItsSignature() throws Exception {
        Map<String, String> headers = client.moorHeaders(NOW.getEpochSecond());
        JsonNode info = SandboxClient.json(client.send(SandboxClient.NUMBERS, headers, "{\"a\":1}"))
                .path("requestInfo");

        assertThat(info.path("url").asText()).isEqualTo(SandboxClient.NUMBERS);
        assertThat(info.at("/body/a").intValue()).isEqualTo(1);
        assertThat(info.at("/headers/m7-sign").asText()).isEqualTo(headers.get("m7-sign"));
        assertThat(info.at("/headers/accountId").asText()).isEqualTo("2000103");
        assertThat(info.path("requestId").asText())
                .hasSize(32)
                .isEqualTo(info.at("/headers/traceId").asText());
    }

    @Test
    void aTimestampMayBeFiveMinutesOffAndNoMore() throws Exception {
        for (int off : new int[] {-301, -300, 300, 301}) {
            client.send(SandboxClient.NUMBERS, client.moorHeaders(NOW.getEpochSecond() + off), "");
        }
        client.send(SandboxClient.NUMBERS, client.moorHeaders(NOW.toEpochMilli()), "");

        assertThat(verdicts())
                .containsExactly("stale-timestamp", "accepted", "accepted", "stale-timestamp", "stale-timestamp");
    }

    @Test
    void theDateHeaderShowsTheVendorsClock() throws Exception {
        assertThat(ask(SandboxClient.NUMBERS).headers().firstValue("Date")).hasValue("Tue, 14 Nov 2023 22:13:20 GMT");
    }

    @Test
    void aWrongSignatureAndAnUnknownAccountAreRefusedInAnEnvelope() throws Exception {
        HttpResponse<String> wrong = client.send(
                SandboxClient.NUMBERS,
                SandboxClient.moorHeaders("2000103", "wrong", NOW.getEpochSecond(), "000001"),
                "");
        client.send(
                SandboxClient.NUMBERS,
                SandboxClient.moorHeaders("nobody", "wrong", NOW.getEpochSecond(), "000001"),
                "");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(SandboxClient.json(wrong).path("success").booleanValue()).isFalse();
        assertThat(SandboxClient.json(wrong).path("code").asText()).isEqualTo("401");
        assertThat(verdicts()).containsExactly("bad-signature", "unknown-account");
        assertThat(sandbox.requests().get(1).account()).isEqualTo("7moor:nobody");
    }

    @Test
    void headersAreAllNeededAndANonceHasSixDigits() throws Exception {
        for (String header : List.of("m7-appkey", "m7-nonce", "m7-timestamp", "m7-sign")) {
            Map<String, String> headers = client.moorHeaders(NOW.getEpochSecond());
            headers.remove(header);
            client.send(SandboxClient.NUMBERS, headers, "");
        }
        for (String nonce : List.of("12345", "1234567", "12345a")) {
            client.send(
                    SandboxClient.NUMBERS,
                    SandboxClient.moorHeaders("2000103", SandboxClient.MOOR_SECRET, NOW.getEpochSecond(), nonce),
                    "");
        }
        assertThat(verdicts()).hasSize(7).containsOnly("bad-header");
        assertThat(sandbox.requests().get(0).account()).isNull();
    }

    @Test
    void aSignWithItsNonceIsRefusedForFiveMinutes() throws Exception {
        Map<String, String> headers = client.moorHeaders(NOW.getEpochSecond());
        client.send(SandboxClient.NUMBERS, headers, "");
        client.send(SandboxClient.GROUPS, headers, "");
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(5) - 1);
        client.send(SandboxClient.NUMBERS, headers, "");
        nanos.addAndGet(1);
        client.send(SandboxClient.NUMBERS, headers, "");

        assertThat(verdicts()).containsExactly("accepted", "repeated-nonce", "repeated-nonce", "accepted");
    }

    @Test
    void twentyInASlidingMinuteOverAllEndpointsAndNotOneMore() throws Exception {
        for (int i = 0; i < 20; i++) {
            ask(i % 2 == 0 ? SandboxClient.NUMBERS : SandboxClient.GROUPS);
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(40) - 1);
        HttpResponse<String> over = ask(SandboxClient.NUMBERS);
        nanos.addAndGet(1);
        ask(SandboxClient.NUMBERS);
        ask(SandboxClient.NUMBERS);

        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(SandboxClient.json(over).path("success").booleanValue()).isFalse();
        assertThat(verdicts().subList(0, 20)).containsOnly("accepted");
        assertThat(verdicts().subList(20, 23)).containsExactly("over-limit", "accepted", "over-limit");
        assertThat(sandbox.requests().get(21).sinceStart()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theLimitIsEachAccountsOwn() throws Exception {
        for (int i = 0; i < 21; i++) {
            ask(SandboxClient.NUMBERS);
        }
        client.send(
                SandboxClient.NUMBERS,
                SandboxClient.moorHeaders("other", "another-secret", NOW.getEpochSecond(), "000001"),
                "");

        assertThat(verdicts().subList(20, 22)).containsExactly("over-limit", "accepted");
    }

    @Test
    void theLimitAndItsAnswerCanBeOthers() throws Exception {
        sandbox.close();
        sandbox = VendorSandbox.start(0, settings.moorLimit(new MoorLimit(1, Duration.ofSeconds(1), 403, "7")));
        client = new SandboxClient(sandbox);
        ask(SandboxClient.NUMBERS);
        HttpResponse<String> over = ask(SandboxClient.NUMBERS);

        assertThat(over.statusCode()).isEqualTo(403);
        assertThat(over.headers().firstValue("Retry-After")).hasValue("7");
    }

    @Test
    void aTakenPortIsNamed() {
        int port = sandbox.url().getPort();
        assertThatIllegalStateException()
                .isThrownBy(() -> VendorSandbox.start(port))
                .withMessageContaining("port " + port);
    }

    private HttpResponse<String> ask(String path) throws Exception {
        return client.send(path, client.moorHeaders(NOW.getEpochSecond()), "");
    }

    private List<String> verdicts() {
        return sandbox.requests().stream().map(RecordedRequest::verdict).toList();
    }
}
