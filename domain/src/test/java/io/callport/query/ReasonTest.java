package io.callport.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReasonTest {
    @Test
    void isTheContractsClosedList() {
        assertThat(Arrays.stream(Reason.values()).map(Reason::code))
                .containsExactly(
                        "invalid-command",
                        "unknown-account",
                        "unsupported-query",
                        "expired",
                        "over-budget",
                        "overloaded",
                        "unauthorized",
                        "vendor-refused",
                        "vendor-unavailable",
                        "malformed-answer",
                        "answer-too-large");
    }
}
