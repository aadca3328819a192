package io.callport.http.moor;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.callinfo.AnswerRateReport;
import io.callport.callinfo.AnswerRateReport.AnswerRate;
import io.callport.callinfo.AnswerRatesQuery;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.numberpool.SipNumber.Registration;
import io.callport.numberpool.SipNumberList;
import io.callport.numberpool.SipNumberList.Holder;
import io.callport.numberpool.SipNumberList.RegisteredNumber;
import io.callport.numberpool.SipNumbersQuery;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The later queries of 7moor, on its documented examples and on other answers that 7moor might send. */
@Timeout(300)
class MoorQueriesTest {
    private static final SipNumbersQuery ALL_SIP_NUMBERS = new SipNumbersQuery(null, List.of());
    private static final AnswerRatesQuery QUARTER = new AnswerRatesQuery(
            LocalDateTime.parse("2020-09-25T20:32:03"),
            LocalDateTime.parse("2020-12-25T20:32:03"),
            List.of("01081401967"));

    @Test
    void readsTheDocumentedSipNumbers() {
        SipNumberList list = DocumentedExamples.ask(
                DocumentedExamples.example("7moor/call_sip_list.json"), DocumentedExamples.MOOR, ALL_SIP_NUMBERS);

        assertThat(list.sipNumbers())
                .containsExactly(new RegisteredNumber(
                        "5fc9d54105fd0161a498c503",
                        "2000",
                        "2000113",
                        new Holder("5feb148e19a5207b5020e728", "凯哥测试", "8734", VendorFields.NONE),
                        new Registration(
                                true,
                                LocalDateTime.parse("2020-12-04T14:33:27"),
                                "Telephone",
                                "111.202.78.82:54869",
                                "opensips.pbxtest.7moor.com:32760"),
                        VendorFields.NONE));
    }

    @Test
    void readsTheDocumentedAnswerRates() {
        AnswerRateReport report = DocumentedExamples.ask(
                DocumentedExamples.example("7moor/answer_report.json"), DocumentedExamples.MOOR, QUARTER);

        assertThat(report.answerRates())
                .containsExactly(new AnswerRate("01081401967", 4, 0, "00.00%", VendorFields.NONE));
    }

    @Test
    void sendsTheDocumentedRequests() {
        String none = "{\"success\":true,\"code\":\"200\",\"data\":[]}";
        assertThat(DocumentedExamples.sent(none, DocumentedExamples.MOOR, ALL_SIP_NUMBERS))
                .containsExactly("/openapi/v1/call/sip/list", "{}");
        assertThat(DocumentedExamples.sent(none, DocumentedExamples.MOOR, new SipNumbersQuery("2000", List.of(0, 1))))
                .containsExactly("/openapi/v1/call/sip/list", "{\"number\":\"2000\",\"registerStatuses\":[0,1]}");
        assertThat(DocumentedExamples.sent(none, DocumentedExamples.MOOR, QUARTER))
                .containsExactly(
                        "/openapi/v1/call/query/displayNumber/answer/report",
                        "{\"startTime\":\"2020-09-25 20:32:03\",\"endTime\":\"2020-12-25 20:32:03\","
                                + "\"numbers\":[\"01081401967\"]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\"", "false", "\"false\""})
    void flagsComeInManyForms(String flag) {
        SipNumberList list = DocumentedExamples.ask(
                data("{\"registerStatus\":" + flag + "}"), DocumentedExamples.MOOR, ALL_SIP_NUMBERS);
        assertThat(list.sipNumbers().get(0).registration().registered()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3\""})
    void numbersComeInTwoForms(String sum) {
        AnswerRateReport report = DocumentedExamples.ask(
                data("{\"number\":1081401967,\"sum\":" + sum + "}"), DocumentedExamples.MOOR, QUARTER);
        assertThat(report.answerRates())
                .containsExactly(new AnswerRate("1081401967", 3, null, null, VendorFields.NONE));
    }

    @Test
    void whatIsNotMappedIsKeptButNoSecret() {
        String item = "{\"sipId\":\"1\",\"password\":\"hunter2\",\"agent\":{\"agentId\":\"2\",\"sex\":\"f\"},"
                + "\"registerStatus\":\"soon\",\"extra\":[1]}";
        RegisteredNumber number = DocumentedExamples.ask(data(item), DocumentedExamples.MOOR, ALL_SIP_NUMBERS)
                .sipNumbers()
                .get(0);

        assertThat(number.vendorFields().fields()).isEqualTo(Map.of("registerStatus", "soon", "extra", List.of(1)));
        assertThat(number.agent()).isEqualTo(new Holder("2", null, null, new VendorFields(Map.of("sex", "f"))));
        assertThat(number.toString()).doesNotContain("hunter2");
    }

    @Test
    void withoutItsListItIsNoAnswer() {
        for (String answer : List.of(
                "{\"success\":true,\"code\":\"200\"}", "{\"success\":true,\"code\":\"200\",\"data\":{}}", data("7"))) {
            assertThat(DocumentedExamples.failure(
                                    () -> DocumentedExamples.ask(answer, DocumentedExamples.MOOR, QUARTER))
                            .reason())
                    .isEqualTo(Reason.MALFORMED_ANSWER);
        }
    }

    private static String data(String item) {
        return "{\"success\":true,\"code\":\"200\",\"data\":[" + item + "]}";
    }
}
