package io.callport.http.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Secret;
import io.callport.callinfo.CallInfo;
import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.numberpool.NumberGroup;
import io.callport.numberpool.NumberGroups;
import io.callport.numberpool.NumberPool;
import io.callport.numberpool.PoolNumber;
import io.callport.numberpool.SipNumber;
import io.callport.numberpool.SipNumber.Registration;
import io.callport.query.Changes;
import io.callport.query.VendorFields;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentedExamplesTest {
    private static final VendorFields VERSION = new VendorFields(Map.of("__v", 0));

    @Test
    void readsEveryFieldOfTheDocumentedNumbers() {
        NumberPool expected = new NumberPool(
                List.of(displayNumber()), List.of(serviceNumber()), List.of(sipNumber()), VendorFields.NONE);

        assertThat(ask("7moor/call_query_number.json")).isEqualTo(expected);
    }

    private static PoolNumber displayNumber() {
        Changes changes = new Changes(
                LocalDateTime.parse("2020-12-08T16:48:26"),
                "system",
                LocalDateTime.parse("2020-12-25T20:06:54"),
                "5fce1a69eabace555a6fe899");
        List<NumberGroup> groups = List.of(
                new NumberGroup("5fe5d170c5d23f6117477723", "555", VendorFields.NONE),
                new NumberGroup("5fe5cecac5d23f6117477722", "888", VendorFields.NONE));
        return new PoolNumber(
                "9813",
                "9813",
                "111",
                "2000113",
                "3",
                "enable",
                "R00002",
                "trunkNumber",
                1,
                "5fc9d5419740472c53b6099e",
                groups,
                changes,
                VERSION);
    }

    private static PoolNumber serviceNumber() {
        LocalDateTime at = LocalDateTime.parse("2020-12-14T15:48:24");
        return new PoolNumber(
                "9804",
                "9804",
                null,
                "2000063",
                "3",
                "enable",
                "R00002",
                "trunkNumber",
                2,
                "",
                List.of(),
                new Changes(at, "system", at, "system"),
                VERSION);
    }

    private static SipNumber sipNumber() {
        Registration registration = new Registration(
                true, LocalDateTime.parse("2020-10-29T16:24:06"), "apple ar", "127.0.0.1:9998", "127.0.0.1:9999");
        Changes changes = new Changes(
                LocalDateTime.parse("2020-11-26T17:28:14"),
                "system",
                LocalDateTime.parse("2020-12-21T15:58:23"),
                "5fbf752eb7d53e5edee01ae9");
        return new SipNumber(
                "5fbf752eb7d53e5edee01af0",
                "2000",
                "2000063",
                "5fbf752eb7d53e5edee01aeb",
                true,
                false,
                false,
                false,
                "486",
                List.of("G711A", "G711U"),
                Secret.of("123456Aa"),
                registration,
                changes,
                VERSION);
    }

    @Test
    void readsTheDocumentedGroups() {
        try (ScriptedVendor vendor =
                        ScriptedVendor.answering(DocumentedExamples.example("7moor/call_query_group.json"));
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())))) {
            assertThat(DocumentedExamples.groups(ports))
                    .isEqualTo(new NumberGroups(
                            List.of(new NumberGroup("5ff7c305ba185200117836f8", "客服号码组", VendorFields.NONE))));
        }
    }

    @Test
    void sendsTheDocumentedRequestsWithoutABody() {
        try (ScriptedVendor vendor =
                        ScriptedVendor.answering(DocumentedExamples.example("7moor/call_query_number.json"));
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())))) {
            DocumentedExamples.numbers(ports);

            assertThat(vendor.texts().get(0))
                    .startsWith("POST /openapi/v1/call/query/number HTTP/1.1\r\n")
                    .containsIgnoringCase("content-type: application/json\r\n")
                    .containsIgnoringCase("content-length: 0\r\n")
                    .containsIgnoringCase("m7-appkey: 2000103\r\n")
                    .containsPattern("(?i)m7-nonce: \\d{6}\r\n")
                    .containsPattern("(?i)m7-timestamp: \\d{10}\r\n")
                    .containsPattern("(?i)m7-sign: [A-Za-z0-9+/]{43}=\r\n")
                    .doesNotContainIgnoringCase("upgrade")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void keepsAllOfAnUndocumentedCallInfoButItsEnvelope() {
        String answer = """
                {"retCode":0,"retMsg":"ok","responseID":"r1","customer":{"name":"牛小信","calls":[1,2.50]},"note":null,"code":"kept"}""";

        CallInfo info = lookup(answer);
        assertThat(info.vendorFields().fields()).containsOnlyKeys("customer", "note", "code");
        assertThat(info.vendorFields().fields().get("customer"))
                .isEqualTo(Map.of("name", "牛小信", "calls", List.of(1, new java.math.BigDecimal("2.50"))));
    }

    @Test
    void readsCallbotsOtherEnvelopeToo() {
        assertThat(lookup(DocumentedExamples.example("callbot/ping.response.json"))
                        .vendorFields()
                        .fields())
                .isEqualTo(Map.of("data", "string", "timestamp", 0));
    }

    private static NumberPool ask(String example) {
        try (ScriptedVendor vendor = ScriptedVendor.answering(DocumentedExamples.example(example));
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())))) {
            return DocumentedExamples.numbers(ports);
        }
    }

    private static CallInfo lookup(String answer) {
        try (ScriptedVendor vendor = ScriptedVendor.answering(answer);
                HttpPorts ports = HttpPorts.open(
                        DocumentedExamples.signatures(ResponseSignatures.OFF),
                        List.of(DocumentedExamples.callbot(vendor.url())))) {
            return DocumentedExamples.lookup(ports);
        }
    }
}
