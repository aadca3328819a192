package io.callport.http.reply;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.Reason;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTableTest {
    private final ReasonTable reasons = new ReasonTable(
            Map.of(
                    "5", Reason.VENDOR_UNAVAILABLE,
                    "6", Reason.UNAUTHORIZED,
                    "600x", Reason.UNAUTHORIZED,
                    "7001", Reason.UNAUTHORIZED),
            Map.of(
                    "5", Reason.OVERLOADED,
                    "6003", Reason.VENDOR_REFUSED,
                    "700x", Reason.OVERLOADED,
                    "7002", Reason.INVALID_COMMAND));

    @ParameterizedTest
    @CsvSource({
        "200, , VENDOR_REFUSED",
        "200, '', VENDOR_REFUSED",
        "200, 6, UNAUTHORIZED",
        "200, 6001, UNAUTHORIZED",
        "200, 6009, UNAUTHORIZED",
        "200, 6010, VENDOR_REFUSED",
        "200, 60011, VENDOR_REFUSED",
        "200, 6003, VENDOR_REFUSED",
        "200, 5, OVERLOADED",
        "200, 7001, OVERLOADED",
        "200, 7002, INVALID_COMMAND",
        "302, , VENDOR_REFUSED",
        "400, 6, UNAUTHORIZED",
        "400, , VENDOR_REFUSED",
        "401, , UNAUTHORIZED",
        "403, 9, UNAUTHORIZED",
        "404, , VENDOR_REFUSED",
        "408, , VENDOR_UNAVAILABLE",
        "429, , VENDOR_UNAVAILABLE",
        "500, , VENDOR_UNAVAILABLE",
        "504, , VENDOR_UNAVAILABLE",
        "999, , MALFORMED_ANSWER"
    })
    void theCodeDecidesWhereATableHasItTheConfiguredOneFirstAndElseTheStatus(int status, String code, Reason expected) {
        assertThat(reasons.of(status, code)).isEqualTo(expected);
    }
}
