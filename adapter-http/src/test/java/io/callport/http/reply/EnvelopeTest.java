package io.callport.http.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.HttpSettings;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The envelopes that count as success, and those that count as a vendor's refusal. */
@Timeout(300)
class EnvelopeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"code\":\"200\",\"data\":[]}",
                "{\"success\":\"true\",\"code\":200,\"data\":[]}",
                "{\"success\":1,\"code\":\"200\",\"data\":[],\"requestInfo\":\"none\"}"
            })
    void successAt7moor(String answer) {
        try (ScriptedVendor vendor = ScriptedVendor.answering(answer);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())))) {
            assertThat(DocumentedExamples.groups(ports).groups()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":false,\"code\":\"200\",\"data\":[]}",
                "{\"success\":true,\"code\":\"500\",\"data\":[]}",
                "{\"success\":true,\"data\":[]}",
                "{\"code\":\"200\",\"data\":[]}",
                "{\"success\":null,\"code\":null,\"data\":[]}",
                "{\"success\":\"yes\",\"code\":\"200\",\"data\":[]}"
            })
    void aNoOf7moor(String answer) {
        try (ScriptedVendor vendor = ScriptedVendor.answering(answer);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())))) {
            assertFailure(DocumentedExamples.failure(() -> DocumentedExamples.groups(ports)), Reason.VENDOR_REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"retCode\":0}", "{\"retCode\":\"0\"}", "{\"code\":0,\"msg\":\"ok\",\"reqId\":\"r\"}"})
    void successAtCallbot(String answer) {
        try (ScriptedVendor vendor = ScriptedVendor.answering(answer);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.callbot(vendor.url())))) {
            assertThat(DocumentedExamples.lookup(ports).vendorFields().fields()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"retCode\":1,\"retMsg\":\"no\",\"responseID\":\"r\"}",
                "{\"retCode\":\"1\",\"retMsg\":\"no\",\"responseID\":\"r\",\"code\":0}",
                "{\"code\":1,\"msg\":\"no\",\"reqId\":\"r\"}"
            })
    void aNoOfCallbot(String answer) {
        try (ScriptedVendor vendor = ScriptedVendor.answering(answer);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.callbot(vendor.url())))) {
            QueryFailure failure = DocumentedExamples.failure(() -> DocumentedExamples.lookup(ports));

            assertFailure(failure, Reason.VENDOR_REFUSED);
            assertThat(failure.vendorReply().code()).isEqualTo("1");
            assertThat(failure.vendorReply().message()).isEqualTo("no");
            assertThat(failure.vendorReply().requestId()).isEqualTo("r");
        }
    }

    @Test
    void aListOfGroupsHoldsGroupsOnly() {
        String answer = "{\"success\":true,\"code\":\"200\",\"data\":[{\"_id\":\"1\"},\"2\"]}";
        try (ScriptedVendor vendor = ScriptedVendor.answering(answer);
                HttpPorts ports =
                        HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())))) {
            assertFailure(DocumentedExamples.failure(() -> DocumentedExamples.groups(ports)), Reason.MALFORMED_ANSWER);
        }
    }

    private static void assertFailure(QueryFailure failure, Reason reason) {
        assertThat(failure.reason()).as(failure.toString()).isEqualTo(reason);
        assertThat(failure.sent()).as(failure.toString()).isEqualTo(Sent.YES);
    }
}
