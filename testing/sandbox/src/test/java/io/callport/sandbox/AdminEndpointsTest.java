package io.callport.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.sandbox.vendor.SandboxAccount;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminEndpointsTest {
    private final VendorSandbox sandbox = VendorSandbox.start(0, SandboxSettings.DEFAULT.recordedRequests(500));
    private final SandboxClient client = new SandboxClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void requestsAreListedWithAccountPathArrivalAndVerdict() throws Exception {
        long before = System.currentTimeMillis();
        client.numbers();
        JsonNode list = SandboxClient.json(client.admin("GET", "requests", ""));

        assertThat(list).hasSize(1);
        assertThat(list.at("/0/account").asText()).isEqualTo("7moor:2000103");
        assertThat(list.at("/0/method").asText()).isEqualTo("POST");
        assertThat(list.at("/0/path").asText()).isEqualTo(SandboxClient.NUMBERS);
        assertThat(list.at("/0/arrivedAtMillis").longValue()).isBetween(before, System.currentTimeMillis());
        assertThat(list.at("/0/sinceStartMillis").isIntegralNumber()).isTrue();
        assertThat(list.at("/0/verdict").asText()).isEqualTo("accepted");
    }

    @Test
    void ofItsHeadersARequestsTraceParentAloneIsListed() throws Exception {
        client.send(
                "/openapi/v1/call/online",
                Map.of("traceparent", "00-a-b-01", "tracestate", "shop=1", "other", "secret"),
                "");
        client.numbers();
        JsonNode list = SandboxClient.json(client.admin("GET", "requests", ""));

        assertThat(list.at("/0/traceparent").asText()).isEqualTo("00-a-b-01");
        assertThat(list.at("/0/tracestate").asText()).isEqualTo("shop=1");
        assertThat(list.at("/1/traceparent").isNull()).isTrue();
        assertThat(list.at("/1/tracestate").isNull()).isTrue();
        assertThat(list.toString()).doesNotContain("secret");
    }

    @Test
    void requestsAreForgottenOnDelete() throws Exception {
        client.numbers();
        assertThat(client.admin("DELETE", "requests", "").body()).isEqualTo("[]");
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void whatTheVendorsDoNotHaveIsListedToo() throws Exception {
        HttpResponse<String> response = client.send("/openapi/v1/call/online", Map.of(), "");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(sandbox.requests()).singleElement().satisfies(seen -> {
            assertThat(seen.verdict()).isEqualTo("no-endpoint");
            assertThat(seen.account()).isNull();
        });
    }

    @Test
    void aSecretIsNeverListedAndABodyIsCut() throws Exception {
        String body =
                "{\"customerId\":\"" + SandboxClient.CALLBOT_SECRET + "\",\"text\":\"" + "牛".repeat(3_000) + "\"}";
        client.callInfo(body);
        String list = client.admin("GET", "requests", "").body();

        assertThat(sandbox.requests())
                .singleElement()
                .satisfies(seen -> assertThat(seen.body()).hasSize(2_048).startsWith("{\"customerId\":\"***\""));
        assertThat(list).doesNotContain(SandboxClient.CALLBOT_SECRET);
        assertThat(SandboxSettings.DEFAULT.toString())
                .doesNotContain(SandboxClient.CALLBOT_SECRET, SandboxClient.MOOR_SECRET);
        assertThat(SandboxAccount.DOCUMENTED.toString()).doesNotContain(SandboxClient.CALLBOT_SECRET);
    }

    @Test
    void faultsAreArmedListedSpentAndDisarmed() throws Exception {
        String fault = "{\"fault\":\"status\",\"times\":2,\"account\":\"7moor:2000103\",\"path\":\""
                + SandboxClient.NUMBERS + "\",\"status\":503,\"retryAfter\":3}";
        assertThat(client.admin("POST", "faults", fault).statusCode()).isEqualTo(200);
        assertThat(client.callInfo("{}").statusCode()).as("another account").isEqualTo(200);
        assertThat(client.numbers().statusCode()).isEqualTo(503);

        JsonNode left = SandboxClient.json(client.admin("GET", "faults", ""));
        assertThat(left).hasSize(1);
        assertThat(left.get(0)).isEqualTo(new ObjectMapper().readTree(fault.replace("\"times\":2", "\"times\":1")));
        assertThat(client.admin("DELETE", "faults", "").body()).isEqualTo("[]");
        assertThat(client.numbers().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "not json                                   | body      | JSON object",
                "[]                                         | body      | JSON object",
                "{}                                         | fault     | reset-in-body",
                "{\"fault\":7}                              | fault     | reset-in-body",
                "{\"fault\":\"no\"}                         | fault     | reset-in-body",
                "{\"fault\":\"latency\"}                    | millis    | 600000",
                "{\"fault\":\"latency\",\"millis\":\"1\"}   | millis    | 600000",
                "{\"fault\":\"latency\",\"millis\":-1}      | millis    | 600000",
                "{\"fault\":\"reset\",\"times\":\"2\"}      | times     | 1000000",
                "{\"fault\":\"reset\",\"times\":0}          | times     | 1000000",
                "{\"fault\":\"reset\",\"colour\":1}         | colour    | millis",
                "{\"fault\":\"reset\",\"account\":\"7moor\"}| account   | 7moor:2000103",
                "{\"fault\":\"reset\",\"account\":1}        | account   | vendor:key",
                "{\"fault\":\"reset\",\"path\":\"number\"}  | path      | /openapi",
                "{\"fault\":\"envelope\",\"variant\":\"x\"} | variant   | ping",
                "{\"fault\":\"status\",\"status\":100}      | status    | 599",
                "{\"fault\":\"code\",\"code\":1.5}          | code      | whole number",
            })
    void aFaultThatCannotBeArmedNamesTheFieldAndWhatIsAllowed(String json, String field, String allowed)
            throws Exception {
        HttpResponse<String> response = client.admin("POST", "faults", json);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(SandboxClient.json(response).path("field").asText()).isEqualTo(field);
        assertThat(SandboxClient.json(response).path("allowed").asText()).contains(allowed);
        assertThat(SandboxClient.json(response).path("error").asText()).contains(field);
        assertThat(sandbox.faults()).isEmpty();
    }

    @Test
    void otherAdminRequestsGetTheListOfEndpoints() throws Exception {
        assertThat(client.admin("PUT", "faults", "").statusCode()).isEqualTo(404);
        assertThat(client.admin("GET", "fault", "").body())
                .contains("GET and DELETE /_sandbox/requests", "GET, POST and DELETE /_sandbox/faults");
    }

    @Test
    void hundredsAtOnceAreAnsweredAndTheListStaysBounded() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            var headers = SandboxClient.callbotHeaders("MD5", Instant.now().getEpochSecond(), "{}");
            answers.add(SandboxClient.http()
                    .sendAsync(client.request(SandboxClient.CALL_INFO, headers, "{}"), BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
        assertThat(sandbox.requests()).hasSize(500);
    }
}
