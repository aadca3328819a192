package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.account.Account;
import io.callport.catalog.Queries;
import io.callport.http.HttpPorts;
import io.callport.http.settings.HttpSettings;
import io.callport.kafka.admin.MessageJson;
import io.callport.query.Query;
import io.callport.query.QueryType;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Commands, their signed requests at stand-in vendors and their results, on the broker of the implementing test. */
interface EndToEndContract {
    /** The broker's address, {@code bootstrap.servers}. */
    String bootstrap();

    @Test
    default void answersTheNumberPoolWithoutItsSipPasswords() {
        try (ServiceFixture fixture = ServiceFixture.on(bootstrap())) {
            JsonNode numbers = fixture.send("number-pool.numbers", ServiceFixture.MOOR, "{}");
            JsonNode groups = fixture.send("number-pool.groups", ServiceFixture.MOOR, "{}");

            assertThat(numbers.at("/status").textValue()).isEqualTo("answered");
            assertThat(numbers.at("/result/displayNumbers/0/number").textValue())
                    .isEqualTo("9813");
            assertThat(numbers.at("/result/displayNumbers/0/concurrency").isInt())
                    .isTrue();
            assertThat(numbers.at("/result/serviceNumbers/0/number").textValue())
                    .isEqualTo("9804");
            assertThat(numbers.at("/result/sipNumbers/0/number").textValue()).isEqualTo("2000");
            assertThat(numbers.at("/result/sipNumbers/0/nat").isBoolean()).isTrue();
            assertThat(numbers.toString())
                    .doesNotContain(ServiceFixture.SIP_PASSWORD)
                    .doesNotContain("m7-sign");
            assertThat(groups.at("/result/groups/0/name").textValue()).isEqualTo("客服号码组");
        }
    }

    @Test
    default void answersStructuredEventsToo() {
        String command =
                "{\"query\":\"number-pool.groups\",\"account\":\"" + ServiceFixture.MOOR + "\",\"params\":null}";
        String base64 = Base64.getEncoder().encodeToString(command.getBytes(StandardCharsets.UTF_8));
        try (ServiceFixture fixture = ServiceFixture.on(bootstrap());
                BackEndClient backEnd = fixture.backEnd()) {
            for (String data : List.of("\"data\":" + command, "\"data_base64\":\"" + base64 + "\"")) {
                String event = "{\"specversion\":\"1.0\",\"id\":\"e-1\",\"source\":\"/shop\","
                        + "\"type\":\"io.callport.number-pool.groups.query.v1\",\"correlationid\":\"o-7\"," + data
                        + "}";
                String id = TracedFixture.publish(
                        backEnd,
                        fixture,
                        ServiceFixture.MOOR,
                        event,
                        Map.of("content-type", "application/cloudevents+json"));
                var result = backEnd.await(fixture.topics(ServiceFixture.MOOR).results(), "ce_id", id);
                assertThat(result.value()).contains("\"commandId\":\"e-1\"", "\"answered\"");
                assertThat(BackEndClient.header(result, "ce_correlationid")).isEqualTo("o-7");
            }
        }
    }

    @Test
    default void publishesSipPasswordsOnlyWhenConfigured() {
        try (ServiceFixture fixture = ServiceFixture.on(bootstrap(), "SHA256", "sip-passwords: include\n")) {
            JsonNode numbers = fixture.send("number-pool.numbers", ServiceFixture.MOOR, "{}");
            assertThat(numbers.at("/result/sipNumbers/0/password").textValue()).isEqualTo(ServiceFixture.SIP_PASSWORD);
        }
    }

    @Test
    default void signsWithEitherAlgorithmAndAnyLanguage() {
        for (String algorithm : List.of("MD5", "SHA256")) {
            try (ServiceFixture fixture = ServiceFixture.on(bootstrap(), algorithm, "")) {
                for (String customer : List.of("1234", "牛小信", "é😀\\\"&createTs=1")) {
                    String params = "{\"customerId\":\"" + customer + "\",\"appKey\":\"钥匙\",\"status\":1}";
                    JsonNode result = fixture.send("call-info.lookup", ServiceFixture.CALLBOT, params);
                    assertThat(result.at("/status").textValue()).isEqualTo("answered");
                    assertThat(result.at("/result/vendorFields/data/customerId"))
                            .isEqualTo(result.at("/params/customerId"));
                }
                assertThat(fixture.verdicts()).hasSize(3).containsOnly("accepted");
            }
        }
    }

    @Test
    default void turnsWhateverAVendorDoesIntoTheRightRefusalInTime() {
        Map<Fault, String> expected = new LinkedHashMap<>();
        expected.put(Fault.of(FaultKind.RESET), "vendor-unavailable");
        expected.put(Fault.of(FaultKind.RESET_IN_BODY), "vendor-unavailable");
        expected.put(Fault.of(FaultKind.STALL_HEADERS), "vendor-unavailable");
        expected.put(Fault.of(FaultKind.STALL_BODY), "vendor-unavailable");
        expected.put(Fault.of(FaultKind.GARBAGE), "malformed-answer");
        expected.put(Fault.of(FaultKind.TRUNCATED), "malformed-answer");
        expected.put(Fault.of(FaultKind.ENDLESS), "malformed-answer");
        expected.put(Fault.of(FaultKind.REDIRECT), "vendor-refused");
        expected.put(Fault.of(FaultKind.MISSING_DATA), "malformed-answer");
        expected.put(
                Fault.of(FaultKind.STATUS, Map.of("status", 500, "body", "password=" + ServiceFixture.MOOR_SECRET)),
                "vendor-unavailable");
        expected.put(Fault.of(FaultKind.STATUS, "status", 401), "unauthorized");
        String http = "http: { timeout: PT1S, max-answer-size: 100KiB }\nretry: { attempts: 1 }\n";
        try (ServiceFixture fixture = ServiceFixture.on(bootstrap(), "SHA256", http)) {
            expected.forEach((fault, reason) -> {
                JsonNode result = fixture.sendWhile(fault);
                assertThat(result.at("/reason").textValue())
                        .as(fault.kind().label())
                        .isEqualTo(reason);
                assertThat(result.toString()).doesNotContain(ServiceFixture.MOOR_SECRET);
            });
            assertThat(fixture.send("call-info.lookup", ServiceFixture.CALLBOT, ServiceFixture.LOOKUP)
                            .at("/status")
                            .textValue())
                    .as("the service goes on, though that account is closed")
                    .isEqualTo("answered");
        }
    }

    @Test
    default void neverAsksMoreOftenThanTheBudgetAllowsAndSaysWhenToComeBack() {
        try (ServiceFixture fixture = ServiceFixture.on(bootstrap(), "MD5, budget: 5/PT10M", "")) {
            List<JsonNode> results = IntStream.range(0, 7)
                    .mapToObj(i -> fixture.send(
                            "call-info.lookup",
                            ServiceFixture.CALLBOT,
                            ServiceFixture.LOOKUP.replace("1234", "c" + i),
                            Duration.ofSeconds(i < 5 ? 60 : 20)))
                    .toList();

            assertThat(results.subList(0, 5))
                    .allSatisfy(r -> assertThat(r.at("/status").textValue()).isEqualTo("answered"));
            assertThat(results.subList(5, 7)).allSatisfy(r -> {
                assertThat(r.at("/reason").textValue()).isEqualTo("over-budget");
                assertThat(Duration.parse(r.at("/retryAfter").textValue()))
                        .isBetween(Duration.ofSeconds(20), Duration.ofSeconds(601));
            });
            assertThat(fixture.verdicts()).hasSize(5).containsOnly("accepted");
        }
    }

    @Test
    default void answersEveryQueryOfEveryVendorHoweverLooseItsTypes() {
        try (ServiceFixture fixture =
                        ServiceFixture.on(bootstrap(), "SHA256", "http: { response-signatures: require }\n");
                HttpPorts ports = HttpPorts.open(HttpSettings.DEFAULT, List.of())) {
            Set<String> answered = new HashSet<>();
            for (Account account : List.of(ServiceFixture.MOOR, ServiceFixture.CALLBOT, ServiceFixture.NXLINK)) {
                for (QueryType<?, ?> type : Queries.ALL) {
                    for (Query<?, ?> example : type.examples()) {
                        if (ports.answers(account.vendor(), example)) {
                            fixture.vendors.arm(Fault.of(FaultKind.LOOSE_TYPES));
                            JsonNode result = fixture.send(type.name(), account, MessageJson.writeParams(example));
                            assertThat(result.at("/status").textValue())
                                    .as(result.toString())
                                    .isEqualTo("answered");
                            assertThat(result.path("result").isObject()).isTrue();
                            answered.add(type.name());
                        }
                    }
                }
            }
            assertThat(answered)
                    .containsAll(Queries.ALL.stream().map(QueryType::name).toList());
            assertThat(fixture.verdicts()).containsOnly("fault:loose-types");
        }
    }

    @Test
    default void refusesWhatAVendorDoesNotTakeAsInvalid() {
        try (ServiceFixture fixture = ServiceFixture.on(bootstrap())) {
            JsonNode result = fixture.send("agents.list", ServiceFixture.MOOR, "{\"tenantId\":144}");

            assertThat(result.at("/reason").textValue()).isEqualTo("invalid-command");
            assertThat(result.at("/detail").textValue())
                    .isEqualTo("params.tenantId: is not taken by 7moor; leave it out");
            assertThat(fixture.verdicts()).isEmpty();
        }
    }

    @Test
    default void triesAgainWhatFailedInPassing() {
        try (ServiceFixture fixture = ServiceFixture.on(bootstrap())) {
            fixture.vendors.arm(Fault.of(FaultKind.STATUS, "status", 503));
            JsonNode result = fixture.send("call-info.lookup", ServiceFixture.CALLBOT, ServiceFixture.LOOKUP);

            assertThat(result.at("/status").textValue()).isEqualTo("answered");
            assertThat(result.at("/request/attempts").intValue()).isEqualTo(2);
        }
    }
}
