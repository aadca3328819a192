package io.callport.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "10s, PT10S",
        "5m, PT5M",
        "1h, PT1H",
        "1d, P1D",
        "500ms, PT0.5S",
        "0.5s, PT0.5S",
        "1m30s, PT1M30S",
        "1d2h3m4.5s6ms, P1DT2H3M4.506S",
        "90s, PT1M30S",
        "0s, PT0S",
        "10S, PT10S",
        "5M, PT5M",
        "PT10S, PT10S",
        "pt10s, PT10S",
        "P1D, P1D",
    })
    void areReadWithUnitsAndInIso8601(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "s",
                "10 s",
                "10sec",
                "1.5h",
                "10s5m",
                "1m1m",
                "-10s",
                "-PT1S",
                "PT-1S",
                "P",
                "PT",
                "+",
                "1e3s",
                "9999999999s",
                "PT9999999999999999999S",
                "s3cret"
            })
    void areNothingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessage("must be a duration, as in 500ms, 10s, 5m, 1h or PT1M30S");
    }
}
