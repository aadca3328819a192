package io.callport.http.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeHeadersTest {
    private static final Instant NOW = Instant.parse("1994-11-06T08:49:37Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT0S",
                "41 | PT41S",
                "3600 | PT1H",
                "3601 | PT1H",
                "999999999999999999 | PT1H",
                "Sun, 06 Nov 1994 08:50:07 GMT | PT30S",
                "Sun, 06 Nov 1994 08:49:00 GMT | PT0S",
                "Thu, 06 Nov 2094 08:49:37 GMT |",
                "Sat, 06 Nov 2094 08:49:37 GMT | PT1H",
                "-1 |",
                "1.5 |",
                "soon |",
                "'' |",
                "9999999999999999999 |"
            })
    void readsSecondsAndDatesWithinBounds(String header, Duration expected) {
        assertThat(TimeHeaders.retryAfter(header, NOW)).isEqualTo(expected);
    }
}
