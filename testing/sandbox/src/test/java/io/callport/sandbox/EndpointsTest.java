package io.callport.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answer of each query endpoint, and its refusal of values that its documents do not allow. */
class EndpointsTest {
    private static final String MOOR = "/openapi/v1/";
    private static final String CALLBOT = "/callcentre/api/v3/";
    private static final String NXLINK = "/saas/cc/openapi/";

    private final VendorSandbox sandbox = VendorSandbox.start(0);
    private final SandboxClient client = new SandboxClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void sipNumbersAreNarrowedAsTheRequestAsks() throws Exception {
        assertThat(ask(MOOR + "call/sip/list", "")
                        .at("/data/0/agent/agentNumber")
                        .asText())
                .isEqualTo("8734");
        assertThat(ask(MOOR + "call/sip/list", "{\"number\":\"2000\",\"registerStatuses\":[0,1]}")
                        .path("data"))
                .hasSize(1);
        assertThat(ask(MOOR + "call/sip/list", "{\"registerStatuses\":[0]}").path("data"))
                .isEmpty();
        assertThat(ask(MOOR + "call/sip/list", "{\"number\":\"1\"}").path("data"))
                .isEmpty();
    }

    @Test
    void everyNumberThatIsAskedForHasItsAnswerRate() throws Exception {
        String body =
                "{\"startTime\":\"2020-09-25 20:32:03\",\"endTime\":\"2020-12-25 20:32:03\",\"numbers\":[\"1\",\"2\"]}";
        JsonNode data =
                ask(MOOR + "call/query/displayNumber/answer/report", body).path("data");

        assertThat(data.findValuesAsText("number")).containsExactly("1", "2");
        assertThat(data.at("/1/answerPercentage").asText()).isEqualTo("00.00%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call/query/displayNumber/answer/report | {\"startTime\":\"2020-09-25 20:32:03\"}",
                "call/query/displayNumber/answer/report | {\"startTime\":\"x\",\"endTime\":\"x\",\"numbers\":[\"1\"]}",
                "call/query/agent | {\"limit\":101}",
                "call/query/agent | {\"page\":0}",
                "call/sip/list | {\"registerStatuses\":\"1\"}"
            })
    void a7moorParameterThatIsNotDocumentedSoIsRefused(String path, String body) throws Exception {
        JsonNode answer = ask(MOOR + path, body);

        assertThat(answer.path("success").booleanValue()).isFalse();
        assertThat(sandbox.requests().get(0).verdict()).isEqualTo("bad-parameter");
    }

    @Test
    void pingEchoesInAnEnvelopeOfItsOwn() throws Exception {
        JsonNode answer = ask(CALLBOT + "ping", "{\"data\":\"hello\"}");

        assertThat(answer.path("data").asText()).isEqualTo("hello");
        assertThat(answer.path("code").intValue()).isZero();
        assertThat(answer.has("retCode")).isFalse();
        assertThat(ask(CALLBOT + "ping", "{}").path("code").intValue()).isEqualTo(2);
    }

    @Test
    void callbotAnswersWithItsExamplesAndTheIdsThatWereAskedFor() throws Exception {
        JsonNode tasks = ask(CALLBOT + "listTask", tasks(1));
        JsonNode orders = ask(CALLBOT + "listOrderDetail", orderDetails(2));
        JsonNode calls = ask(CALLBOT + "listCall", calls("\"t\""));
        JsonNode batch = ask(CALLBOT + "exportBatchCall", "{\"productID\":\"callbot\",\"userTaskID\":\"t\"}");

        assertThat(tasks.at("/taskData/0/taskStat").has("answerRate")).isTrue();
        assertThat(orders.path("orderDetailList").findValuesAsText("orderID")).containsExactly("o0", "o1");
        assertThat(calls.at("/callList/0/userTaskID").asText()).isEqualTo("t");
        assertThat(calls.path("inventedBySandbox").asText()).isNotEmpty();
        assertThat(batch.path("totalCount").intValue()).isEqualTo(1);
        assertThat(ask(CALLBOT + "listTask", tasks(2)).path("taskData")).isEmpty();
    }

    @Test
    void callbotTellsWhatIsWrongByItsCodes() throws Exception {
        assertThat(code("listCall", calls("7"))).isEqualTo(3);
        assertThat(code("listCall", "{\"productID\":\"callbot\"}")).isEqualTo(2);
        assertThat(code("listCall", calls("\"t\"").replace("callbot", "other"))).isEqualTo(4);
        assertThat(code("listOrderDetail", orderDetails(500))).isZero();
        assertThat(code("listOrderDetail", orderDetails(501))).isEqualTo(4001);
        assertThat(code("listOrderDetail", orderDetails(0))).isEqualTo(4);
    }

    @Test
    void onlyTwoEndpointsPackTheirAnswersAndOnlyIfAsked() throws Exception {
        String batch = "{\"productID\":\"callbot\",\"userTaskID\":\"t\"}";
        HttpResponse<byte[]> packed = accepting("gzip", CALLBOT + "exportBatchCall", batch);
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(plain.readAllBytes(), UTF_8)).contains("\"batchID\"");
        }
        assertThat(accepting("identity", CALLBOT + "exportBatchCall", batch)
                        .headers()
                        .map())
                .doesNotContainKey("content-encoding");
        assertThat(accepting("gzip", CALLBOT + "listOrderDetail", orderDetails(1))
                        .headers()
                        .map())
                .doesNotContainKey("content-encoding");
    }

    @Test
    void nxlinkAnswersWithItsExamplesAndTheIdsThatWereAskedFor() throws Exception {
        String page = "\"tenantId\":144,\"size\":100,\"page\":";
        assertThat(ask(NXLINK + "did/myUsefulNumber", "{\"tenantId\":144,\"sipNumber\":\"s\"}")
                        .at("/data/1/type")
                        .intValue())
                .isEqualTo(1);
        assertThat(ask(NXLINK + "cdr/page", records(100)).path("data")).hasSize(2);
        assertThat(ask(NXLINK + "cdr/queryByOrderId", "{\"tenantId\":144,\"orderId\":\"o\"}")
                        .at("/data/0/orderId")
                        .asText())
                .isEqualTo("o");
        assertThat(ask(NXLINK + "agent/page", "{" + page + "1}").path("total").intValue())
                .isEqualTo(1);
        assertThat(ask(NXLINK + "agent/page", "{" + page + "2}").path("data")).isEmpty();
        assertThat(ask(NXLINK + "agentGroup/page", "{" + page + "1,\"queueName\":\"NXQueue0001\"}")
                        .path("data"))
                .hasSize(1);
        assertThat(ask(NXLINK + "agentGroup/member/list", "{\"tenantId\":144,\"queueNo\":\"q\"}")
                        .path("data"))
                .hasSize(2);
        String status =
                "{\"tenantId\":144,\"userName\":\"u\",\"startDateTime\":\"1704643200\",\"endDateTime\":\"1704729600\"}";
        assertThat(ask(NXLINK + "agent/status/info", status)
                        .at("/data/userName")
                        .asText())
                .isEqualTo("u");
    }

    @Test
    void nxlinkTellsAWrongParameterByTheCodeOfItsExample() throws Exception {
        assertThat(ask(NXLINK + "cdr/page", "{}").path("code").intValue()).isEqualTo(41_000);
        assertThat(ask(NXLINK + "cdr/page", records(101)).path("code").intValue())
                .isEqualTo(41_000);
        assertThat(ask(NXLINK + "agent/page", "{\"tenantId\":\"team\",\"size\":1,\"page\":1}")
                        .path("code")
                        .intValue())
                .isEqualTo(41_000);
        assertThat(client.ask(NXLINK + "ai/createandcall", "{}").statusCode()).isEqualTo(404);
    }

    private static String records(int size) {
        return "{\"startTime\":1688140800,\"endTime\":1690819200,\"size\":" + size + ",\"page\":1}";
    }

    @Test
    void looseTypesAndMissingDataConcernWhateverIsNotEnvelope() throws Exception {
        sandbox.arm(Fault.of(FaultKind.LOOSE_TYPES));
        JsonNode loose = ask(CALLBOT + "listOrderDetail", orderDetails(1));
        assertThat(loose.path("retCode").isInt()).isTrue();
        assertThat(loose.at("/orderDetailList/0/callInfoDetailList/0/callStatus")
                        .isTextual())
                .isTrue();

        sandbox.arm(Fault.of(FaultKind.MISSING_DATA));
        assertThat(ask(CALLBOT + "listOrderDetail", orderDetails(1)).has("orderDetailList"))
                .isFalse();
    }

    private HttpResponse<byte[]> accepting(String encoding, String path, String body) throws Exception {
        HttpRequest request = client.request(
                path, SandboxClient.callbotHeaders("MD5", Instant.now().getEpochSecond(), body), body);
        HttpRequest asking = HttpRequest.newBuilder(request, (name, value) -> true)
                .header("Accept-Encoding", encoding)
                .build();
        return SandboxClient.http().send(asking, BodyHandlers.ofByteArray());
    }

    private JsonNode ask(String path, String body) throws Exception {
        return SandboxClient.json(client.ask(path, body));
    }

    private int code(String endpoint, String body) throws Exception {
        return ask(CALLBOT + endpoint, body).path("retCode").intValue();
    }

    private static String tasks(int page) {
        return "{\"productID\":\"callbot\",\"page\":" + page + ",\"size\":100,\"queryConditions\":{}}";
    }

    private static String calls(String userTaskId) {
        return "{\"productID\":\"callbot\",\"userTaskID\":" + userTaskId + ",\"options\":{},\"page\":1,\"size\":100}";
    }

    private static String orderDetails(int howMany) {
        List<String> ids = java.util.stream.IntStream.range(0, howMany)
                .mapToObj(i -> "\"o" + i + "\"")
                .toList();
        return "{\"productID\":\"callbot\",\"userTaskID\":\"t\",\"orderList\":[" + String.join(",", ids) + "]}";
    }
}
