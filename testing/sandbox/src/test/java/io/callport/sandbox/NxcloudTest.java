package io.callport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The stand-ins for Callbot and NXLink. */
class NxcloudTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final long SECONDS = NOW.getEpochSecond();
    private static final String BODY =
            "{\"customerId\":\"1234\",\"appKey\":\"xxxxxx\",\"status\":1,\"name\":\"牛小信😀\"}";
    private static final String NXLINK_BODY = "{\"tenantId\":144,\"sipNumber\":\"牛小信😀\"}";

    private final VendorSandbox sandbox =
            VendorSandbox.start(0, SandboxSettings.DEFAULT.clock(Clock.fixed(NOW, ZoneOffset.UTC)));
    private final SandboxClient client = new SandboxClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void callInfoEchoesTheBodyInTheV3EnvelopeAndSaysThatItIsInvented() throws Exception {
        JsonNode answer = SandboxClient.json(callbot("MD5", BODY));

        assertThat(answer.path("retCode").intValue()).isZero();
        assertThat(answer.path("retMsg").asText()).isEqualTo("Success");
        assertThat(answer.path("responseID").asText()).hasSize(32);
        assertThat(answer.at("/data/customerId").asText()).isEqualTo("1234");
        assertThat(answer.at("/data/status").intValue()).isEqualTo(1);
        assertThat(answer.at("/data/name").asText()).isEqualTo("牛小信😀");
        assertThat(answer.at("/data/inventedBySandbox").asText()).isNotEmpty();
    }

    @Test
    void callbotSignsItsResponsesWithTheRequestsAlgorithm() throws Exception {
        for (String algorithm : List.of("MD5", "SHA256")) {
            HttpResponse<String> response = callbot(algorithm, BODY);

            assertThat(header(response, "requestID")).isEqualTo("r-1");
            assertThat(header(response, "uuid")).isEqualTo(SandboxClient.UUID);
            assertThat(header(response, "createTs")).isEqualTo(Long.toString(SECONDS));
            assertThat(header(response, "algorithm")).isEqualTo(algorithm);
            assertThat(header(response, "sign"))
                    .isEqualTo(
                            SandboxClient.callbotSign(algorithm, response.body(), header(response, "createTs"), "r-1"));
        }
    }

    @Test
    void callbotRefusesWithTheCodesOfItsTable() throws Exception {
        assertThat(callbotCode("sign", "")).isEqualTo(6001);
        assertThat(callbotCode("requestID", "")).isEqualTo(2);
        assertThat(callbotCode("uuid", "nobody")).isEqualTo(6002);
        assertThat(callbotCode("algorithm", "md5")).isEqualTo(4);
        assertThat(callbotCode("sign", "0".repeat(32))).isEqualTo(6);
        assertThat(callbotCode("createTs", "soon")).isEqualTo(6);
        assertThat(SandboxClient.json(callbot("MD5", "[]")).path("retCode").intValue())
                .isEqualTo(3);

        assertThat(verdicts())
                .containsExactly(
                        "bad-header",
                        "bad-header",
                        "unknown-account",
                        "bad-header",
                        "bad-signature",
                        "stale-timestamp",
                        "bad-body");
    }

    @Test
    void callbotsTimestampMayBeFiveMinutesOffAndNoMore() throws Exception {
        for (int off : new int[] {-301, -300, 300, 301}) {
            client.send(SandboxClient.CALL_INFO, SandboxClient.callbotHeaders("MD5", SECONDS + off, BODY), BODY);
        }
        assertThat(verdicts()).containsExactly("stale-timestamp", "accepted", "accepted", "stale-timestamp");
    }

    @Test
    void aBlankAlgorithmIsMd5() throws Exception {
        Map<String, String> headers = SandboxClient.callbotHeaders("MD5", SECONDS, BODY);
        headers.remove("algorithm");
        client.send(SandboxClient.CALL_INFO, headers, BODY);

        assertThat(verdicts()).containsExactly("accepted");
    }

    @Test
    void nxlinkRefusesWithItsCodes() throws Exception {
        assertThat(nxlinkCode("sign", "")).isEqualTo(1001);
        assertThat(nxlinkCode("ts", "soon")).isEqualTo(1002);
        assertThat(nxlinkCode("sign", "0".repeat(32))).isEqualTo(1003);
        assertThat(nxlinkCode("accessKey", "nobody")).isEqualTo(1005);
        for (int off : new int[] {-60_001, -60_000, 60_000, 60_001}) {
            nxlink(SandboxClient.NXLINK_NUMBERS, off);
        }
        assertThat(verdicts())
                .containsExactly(
                        "bad-header",
                        "bad-header",
                        "bad-signature",
                        "unknown-account",
                        "stale-timestamp",
                        "accepted",
                        "accepted",
                        "stale-timestamp");
    }

    private HttpResponse<String> callbot(String algorithm, String body) throws Exception {
        return client.send(SandboxClient.CALL_INFO, SandboxClient.callbotHeaders(algorithm, SECONDS, body), body);
    }

    private int callbotCode(String header, String value) throws Exception {
        Map<String, String> headers = SandboxClient.callbotHeaders("MD5", SECONDS, BODY);
        headers.put(header, value);
        return SandboxClient.json(client.send(SandboxClient.CALL_INFO, headers, BODY))
                .path("retCode")
                .intValue();
    }

    private HttpResponse<String> nxlink(String path, int off) throws Exception {
        return client.send(path, SandboxClient.nxlinkHeaders(NOW.toEpochMilli() + off, NXLINK_BODY), NXLINK_BODY);
    }

    private int nxlinkCode(String header, String value) throws Exception {
        Map<String, String> headers = SandboxClient.nxlinkHeaders(NOW.toEpochMilli(), NXLINK_BODY);
        headers.put(header, value);
        return SandboxClient.json(client.send(SandboxClient.NXLINK_NUMBERS, headers, NXLINK_BODY))
                .path("code")
                .intValue();
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }

    private List<String> verdicts() {
        return sandbox.requests().stream().map(RecordedRequest::verdict).toList();
    }
}
