package io.callport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The faults that show in an answer that is HTTP. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AnswerFaultsTest {
    private final VendorSandbox sandbox = VendorSandbox.start(0);
    private final SandboxClient client = new SandboxClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void latencyDelaysTheRightAnswer() throws Exception {
        sandbox.arm(Fault.of(FaultKind.LATENCY, "millis", 300));
        long start = System.nanoTime();

        assertThat(client.numbers().statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000L);
        assertThat(sandbox.requests())
                .singleElement()
                .satisfies(seen -> assertThat(seen.verdict()).isEqualTo("fault:latency"));
    }

    @Test
    void everyFaultCanBeDelayed() throws Exception {
        sandbox.arm(Fault.of(FaultKind.GARBAGE).with("millis", 200));
        long start = System.nanoTime();

        assertThat(client.numbers().body()).contains("No JSON");
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000L);
    }

    @Test
    void statusHasItsBodyAndRetryAfter() throws Exception {
        sandbox.arm(Fault.of(FaultKind.STATUS, Map.of("status", 503, "body", "busy", "retryAfter", "120")));
        HttpResponse<String> response = client.numbers();

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("busy");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("120");
    }

    @Test
    void redirectLeadsElsewhere() throws Exception {
        sandbox.arm(Fault.of(FaultKind.REDIRECT));
        HttpResponse<String> response = client.numbers();

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("/elsewhere");
    }

    @Test
    void wrongSignatureIsCallbotsAlone() throws Exception {
        sandbox.arm(Fault.of(FaultKind.WRONG_SIGNATURE));
        assertThat(client.numbers().statusCode()).isEqualTo(200);
        HttpResponse<String> response = client.callInfo("{}");

        String createTs = response.headers().firstValue("createTs").orElseThrow();
        assertThat(response.headers().firstValue("sign").orElseThrow())
                .hasSize(32)
                .isNotEqualTo(SandboxClient.callbotSign("MD5", response.body(), createTs, "r-1"));
        assertThat(sandbox.faults()).isEmpty();
    }

    @Test
    void envelopeHasVariants() throws Exception {
        sandbox.arm(Fault.of(FaultKind.ENVELOPE, "variant", "ping").at(SandboxClient.CALL_INFO));
        sandbox.arm(Fault.of(FaultKind.ENVELOPE, "variant", "no-request-info").at(SandboxClient.NUMBERS));
        sandbox.arm(Fault.of(FaultKind.ENVELOPE, "variant", "bare").at(SandboxClient.NUMBERS));

        JsonNode ping = SandboxClient.json(client.callInfo("{\"name\":\"牛\"}"));
        assertThat(ping.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("data", "timestamp", "code", "msg", "reqId");
        assertThat(ping.at("/data/name").asText()).isEqualTo("牛");
        assertThat(SandboxClient.json(client.numbers()).has("requestInfo")).isFalse();
        assertThat(SandboxClient.json(client.numbers()).has("sipNumberList")).isTrue();
    }

    @Test
    void looseTypesSayTheSameInOtherTypes() throws Exception {
        sandbox.arm(Fault.of(FaultKind.LOOSE_TYPES));
        JsonNode data = SandboxClient.json(client.numbers()).path("data");

        assertThat(data.at("/displayNumberList/0/concurrency").textValue()).isEqualTo("1");
        assertThat(data.at("/sipNumberList/0/status").textValue()).isEqualTo("1");
        assertThat(data.at("/sipNumberList/0/isNAT").textValue()).isEqualTo("0");
        assertThat(data.at("/sipNumberList/0/isWebRtc").intValue()).isZero();
        assertThat(data.at("/sipNumberList/0/isWebRtc").isInt()).isTrue();
        assertThat(data.at("/sipNumberList/0/number").textValue()).isEqualTo("2000");
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void hugeIsExactlyAsLargeAsAskedForAndStillJson(Place place) throws Exception {
        sandbox.arm(Fault.of(FaultKind.HUGE, "bytes", 300_000));
        HttpResponse<String> response = place == Place.CALL_INFO
                ? client.callInfo("{}")
                : client.send(place.path, client.moorHeaders(Instant.now().getEpochSecond()), "");

        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(300_000);
        JsonNode list = SandboxClient.json(response).at(place.list);
        assertThat(list.size()).isGreaterThan(500);
        assertThat(list.get(2).path(place.id).asText()).isEqualTo("1000000001");
    }

    @Test
    void hugeFillsAListInWhichNothingWasFound() throws Exception {
        sandbox.arm(Fault.of(FaultKind.HUGE, "bytes", 300_000));
        HttpResponse<String> response = client.send(
                "/openapi/v1/call/sip/list", client.moorHeaders(Instant.now().getEpochSecond()), "{\"number\":\"1\"}");

        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(300_000);
        assertThat(SandboxClient.json(response).path("data").size()).isGreaterThan(500);
    }

    private enum Place {
        NUMBERS(SandboxClient.NUMBERS, "/data/displayNumberList", "number"),
        GROUPS(SandboxClient.GROUPS, "/data", "_id"),
        CALL_INFO(SandboxClient.CALL_INFO, "/data/numbers", "number");

        private final String path;
        private final String list;
        private final String id;

        Place(String path, String list, String id) {
            this.path = path;
            this.list = list;
            this.id = id;
        }
    }

    @Test
    void missingDataLeavesTheEnvelope() throws Exception {
        sandbox.arm(Fault.of(FaultKind.MISSING_DATA));
        JsonNode answer = SandboxClient.json(client.numbers());

        assertThat(answer.path("success").booleanValue()).isTrue();
        assertThat(answer.has("data")).isFalse();
    }

    @Test
    void codeIsEachVendorsFailureEnvelope() throws Exception {
        sandbox.arm(Fault.of(FaultKind.CODE, Map.of("code", "400", "message", "no")));
        sandbox.arm(Fault.of(FaultKind.CODE, "code", 5001));
        sandbox.arm(Fault.of(FaultKind.CODE, "code", "99"));

        JsonNode moor = SandboxClient.json(client.numbers());
        JsonNode callbot = SandboxClient.json(client.callInfo("{}"));
        String body = "{\"tenantId\":144,\"sipNumber\":\"NX10000001\"}";
        JsonNode nxlink = SandboxClient.json(client.send(
                SandboxClient.NXLINK_NUMBERS, SandboxClient.nxlinkHeaders(System.currentTimeMillis(), body), body));

        assertThat(moor.toString()).isEqualTo("{\"success\":false,\"code\":\"400\",\"message\":\"no\"}");
        assertThat(callbot.path("retCode").intValue()).isEqualTo(5001);
        assertThat(callbot.path("retMsg").asText()).isEqualTo("Server internal error");
        assertThat(nxlink.path("code").intValue()).isEqualTo(99);
    }

    @Test
    void aFaultIsSpentOnRequestsThatWouldHaveBeenAnswered() throws Exception {
        sandbox.arm(Fault.of(FaultKind.GARBAGE));
        client.send(SandboxClient.NUMBERS, Map.of(), "");

        assertThat(sandbox.faults()).hasSize(1);
    }
}
