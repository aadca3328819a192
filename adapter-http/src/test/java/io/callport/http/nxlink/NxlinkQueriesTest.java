package io.callport.http.nxlink;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.callinfo.CallRecord;
import io.callport.callinfo.CallRecordPage;
import io.callport.callinfo.RecordsByOrderQuery;
import io.callport.callinfo.RecordsQuery;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.numberpool.CallerNumberList.CallerNumber;
import io.callport.numberpool.CallerNumbersQuery;
import io.callport.query.Answer;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.query.VendorFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** NXLink's queries for numbers and records, on the wiki's examples and on other answers that NXLink might send. */
@Timeout(300)
class NxlinkQueriesTest {
    private static final CallerNumbersQuery NUMBERS = new CallerNumbersQuery(144, "NX10000001");
    private static final RecordsQuery RECORDS = records(1);
    private static final RecordsByOrderQuery BY_ORDER = new RecordsByOrderQuery(144, "12333333XXX");

    private static RecordsQuery records(int page) {
        return new RecordsQuery(1_688_140_800, 1_690_819_200, 2, 1, "NX0001", "4444", "4444", null, null, page, 100);
    }

    @Test
    void readsTheDocumentedCallerNumbers() {
        assertThat(ask("nxlink/did.myUsefulNumber.json", NUMBERS).callerNumbers())
                .containsExactly(
                        new CallerNumber("string", "string", "string", "string", "0", VendorFields.NONE),
                        new CallerNumber("string", "string", "string", "string", "1", VendorFields.NONE));
    }

    @Test
    void readsTheDocumentedRecords() {
        CallRecordPage page = ask("nxlink/cdr.page.json", RECORDS);

        CallRecord answered = new CallRecord(
                "6605fcd9563616c6c009c6240",
                "",
                "",
                "0",
                "85238531117",
                "85235757568",
                new CallRecord.Agent("NX094450006938", "Sample Agent"),
                true,
                "Normal termination",
                new CallRecord.Times(
                        1690423237704L, 1690423237744L, 1690423244000L, 1690423237000L, 1690423244000L, 1690423248124L),
                new CallRecord.Durations(6L, 7L, 5L),
                new CallRecord.Hangup("1", "1001", "Agent hung up"),
                "https://*********.mp3",
                null,
                null,
                null,
                null,
                new BigDecimal("0.035"),
                VendorFields.NONE);
        assertThat(page.page()).isEqualTo(1);
        assertThat(page.total()).as("the wiki shows none").isNull();
        assertThat(page.vendorFields()).isEqualTo(VendorFields.NONE);
        assertThat(page.records()).hasSize(2).last().isEqualTo(answered);
        assertThat(page.records().get(0).answered()).isFalse();
        assertThat(page.records().get(0).agent()).isEqualTo(new CallRecord.Agent(null, null));
    }

    @Test
    void theRecordsOfAnOrderHaveTheSameForm() {
        assertThat(ask("nxlink/cdr.page.json", BY_ORDER).records())
                .isEqualTo(ask("nxlink/cdr.page.json", RECORDS).records());
    }

    @Test
    void looseTypesAreReadAndWhatIsNotMappedIsKept() {
        String answer =
                "{\"code\":\"0\",\"msg\":\"ok\",\"reqId\":\"r\",\"total\":\"12\",\"pages\":2,\"data\":[{\"answered\":\"0\","
                        + "\"direction\":\"2\",\"hangupCode\":\"1103\",\"totalCustomerPrice\":\"0.50\",\"callDuration\":\"5\","
                        + "\"startTime\":\"1690423237704\",\"ringTime\":\"soon\",\"new\":[1]}]}";
        CallRecordPage page = DocumentedExamples.ask(answer, DocumentedExamples.NXLINK, records(3));

        assertThat(page.page()).isEqualTo(3);
        assertThat(page.total()).isEqualTo(12);
        assertThat(page.vendorFields().fields()).isEqualTo(Map.of("pages", 2));
        CallRecord only = page.records().get(0);
        assertThat(only.answered()).isFalse();
        assertThat(only.direction()).isEqualTo("2");
        assertThat(only.hangup().hangupCode()).isEqualTo("1103");
        assertThat(only.totalCustomerPrice()).isEqualTo(new BigDecimal("0.50"));
        assertThat(only.durations().callDuration()).isEqualTo(5);
        assertThat(only.times().startTime()).isEqualTo(1690423237704L);
        assertThat(only.vendorFields().fields()).isEqualTo(Map.of("ringTime", "soon", "new", List.of(1)));
    }

    @Test
    void sendsTheDocumentedRequests() {
        assertThat(sent(NUMBERS))
                .containsExactly(
                        "/saas/cc/openapi/did/myUsefulNumber", "{\"tenantId\":144,\"sipNumber\":\"NX10000001\"}");
        assertThat(sent(RECORDS))
                .containsExactly(
                        "/saas/cc/openapi/cdr/page",
                        "{\"startTime\":1688140800,\"endTime\":1690819200,\"answered\":2,\"direction\":1,"
                                + "\"name\":\"NX0001\",\"caller\":\"4444\",\"callee\":\"4444\",\"size\":100,\"page\":1}");
        assertThat(sent(BY_ORDER))
                .containsExactly(
                        "/saas/cc/openapi/cdr/queryByOrderId", "{\"tenantId\":144,\"orderId\":\"12333333XXX\"}");
    }

    @Test
    void signsAsTheCallCentreWantsIt() {
        try (ScriptedVendor vendor = ScriptedVendor.answering("{\"code\":0,\"data\":[]}")) {
            DocumentedExamples.ask(vendor, DocumentedExamples.NXLINK, NUMBERS);
            assertThat(vendor.texts().get(0))
                    .containsIgnoringCase("accessKey: fme2na3kdi3ki\r\n")
                    .containsIgnoringCase("bizType: 8\r\n")
                    .containsIgnoringCase("action: cc\r\n")
                    .containsIgnoringCase("algorithm: md5\r\n")
                    .containsPattern("(?i)ts: \\d{13}\r\n")
                    .containsPattern("(?i)sign: [0-9a-f]{32}\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "88, vendor-refused", "99, vendor-unavailable", "1001, vendor-refused", "1002, vendor-refused",
        "1003, unauthorized", "1004, vendor-refused", "1005, unauthorized", "41000, vendor-refused"
    })
    void everyCodeHasItsReason(String code, String reason) {
        for (String answer : List.of("{\"code\":" + code + ",\"data\":{}}", "{\"code\":\"" + code + "\"}")) {
            QueryFailure failure = DocumentedExamples.failure(
                    () -> DocumentedExamples.ask(answer, DocumentedExamples.NXLINK, RECORDS));
            assertThat(failure.reason().code()).isEqualTo(reason);
            assertThat(failure.vendorReply().code()).isEqualTo(code);
        }
    }

    @Test
    void theDocumentedFailuresKeepTheirMeaning() {
        QueryFailure failure = DocumentedExamples.failure(() -> ask("nxlink/cdr.page.failure.json", RECORDS));

        assertThat(failure.vendorReply().message()).isEqualTo("End date cannot be empty");
        assertThat(failure.vendorReply().requestId()).isEqualTo("FFDD1791E22F4D9DBA967C245C58E544");
        assertThat(DocumentedExamples.failure(() -> ask("nxlink/failure.json", RECORDS))
                        .reason())
                .isEqualTo(Reason.VENDOR_REFUSED);
    }

    @Test
    void withoutItsListItIsNoAnswer() {
        for (Query<?, ?> query : List.of(NUMBERS, RECORDS, BY_ORDER)) {
            for (String answer :
                    List.of("{\"code\":0}", "{\"code\":0,\"data\":{}}", "{\"code\":0,\"data\":[1]}", "{}")) {
                assertThat(DocumentedExamples.failure(
                                        () -> DocumentedExamples.ask(answer, DocumentedExamples.NXLINK, query))
                                .reason())
                        .isEqualTo(Reason.MALFORMED_ANSWER);
            }
        }
    }

    private static <P, A extends Answer> A ask(String example, Query<P, A> query) {
        return DocumentedExamples.ask(DocumentedExamples.example(example), DocumentedExamples.NXLINK, query);
    }

    private static List<String> sent(Query<?, ?> query) {
        return DocumentedExamples.sent("{\"code\":0,\"data\":[]}", DocumentedExamples.NXLINK, query);
    }
}
