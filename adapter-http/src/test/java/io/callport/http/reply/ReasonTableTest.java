package io.callport.http.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.http.settings.CodeMeaning;
import io.callport.query.QueryFailure.Scope;
import io.callport.query.Reason;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTableTest {
    private final ReasonTable reasons = new ReasonTable(
            Map.of(
                    "5", CodeMeaning.ofQuery(Reason.VENDOR_UNAVAILABLE),
                    "6", CodeMeaning.UNAUTHORIZED,
                    "600x", CodeMeaning.FORBIDDEN,
                    "7001", CodeMeaning.UNAUTHORIZED),
            Map.of(
                    "5", CodeMeaning.ofQuery(Reason.OVERLOADED),
                    "6003", CodeMeaning.ofQuery(Reason.VENDOR_REFUSED),
                    "700x", CodeMeaning.TOO_OFTEN,
                    "7002", CodeMeaning.ofQuery(Reason.INVALID_COMMAND)),
            Set.of("1004"));

    @ParameterizedTest
    @CsvSource({
        "200, , VENDOR_REFUSED, QUERY",
        "200, '', VENDOR_REFUSED, QUERY",
        "200, 6, UNAUTHORIZED, ACCOUNT",
        "200, 6001, UNAUTHORIZED, QUERY",
        "200, 6010, VENDOR_REFUSED, QUERY",
        "200, 60011, VENDOR_REFUSED, QUERY",
        "200, 6003, VENDOR_REFUSED, QUERY",
        "200, 5, OVERLOADED, QUERY",
        "200, 7001, VENDOR_UNAVAILABLE, ACCOUNT",
        "200, 7002, INVALID_COMMAND, QUERY",
        "302, , VENDOR_REFUSED, QUERY",
        "400, 6, UNAUTHORIZED, ACCOUNT",
        "400, , VENDOR_REFUSED, QUERY",
        "401, , UNAUTHORIZED, ACCOUNT",
        "403, , UNAUTHORIZED, QUERY",
        "403, 9, UNAUTHORIZED, QUERY",
        "403, 6, UNAUTHORIZED, ACCOUNT",
        "404, , VENDOR_REFUSED, QUERY",
        "407, , VENDOR_REFUSED, QUERY",
        "408, , VENDOR_UNAVAILABLE, QUERY",
        "429, , VENDOR_UNAVAILABLE, ACCOUNT",
        "451, , VENDOR_REFUSED, QUERY",
        "500, , VENDOR_UNAVAILABLE, QUERY",
        "503, , VENDOR_UNAVAILABLE, QUERY",
        "504, , VENDOR_UNAVAILABLE, QUERY",
        "999, , MALFORMED_ANSWER, QUERY"
    })
    void theCodeDecidesWhereATableHasItTheConfiguredOneFirstAndElseTheStatus(
            int status, String code, Reason reason, Scope scope) {
        assertThat(reasons.of(status, code)).isEqualTo(new CodeMeaning(reason, scope));
    }

    @ParameterizedTest
    @CsvSource({
        "1004, , true",
        "1004, anything, true",
        "400, invalid timestamp, true",
        "400, Time-Stamp is wrong, true",
        ", m7-timestamp expired, true",
        "403, request has expired, true",
        "400, 时间戳错误, true",
        "400, 请求已过期, true",
        "5, invalid timestamp, false", // a known code says what it says
        "400, startTime is later than endTime, false",
        "400, the account has expired, false",
        "400, no such agent, false",
        "400, , false"
    })
    void onlyACodeOrWordsAboutTheTimestampNameIt(String code, String message, boolean named) {
        assertThat(reasons.namesTimestamp(new Envelope(false, code, message, null)))
                .isEqualTo(named);
    }
}
