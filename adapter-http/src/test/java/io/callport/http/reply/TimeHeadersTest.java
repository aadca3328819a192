package io.callport.http.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
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
                "Sat, 06 Nov 2094 08:49:37 GMT | PT1H",
                "Thu, 06 Nov 2094 08:49:37 GMT | PT1H", // the day was no Thursday
                "06 Nov 1994 08:50:07 GMT | PT30S",
                "Sun, 6 Nov 1994 08:50:07 GMT | PT30S",
                "Sun, 06 Nov 1994 09:50:07 +0100 | PT30S",
                "sun, 06 nov 1994 08:50:07 UTC | PT30S",
                "Sunday, 06-Nov-94 08:50:07 GMT | PT30S",
                "Monday, 06-Nov-45 08:49:37 GMT | PT0S", // a year that means 1945
                "Sunday, 06-Nov-44 08:49:37 GMT | PT1H", // a year that means 2044
                "Sun Nov  6 08:50:07 1994 | PT30S",
                "Sun Nov 06 08:50:07 1994 | PT30S",
                "1994-11-06T08:50:07Z | PT30S",
                "1994-11-06T08:50:07.5+00:00 | PT30.5S",
                "Sun, 06 Nov 1994 08:49:60 GMT | PT22S",
                "1.5 | PT1.5S",
                "60.0 | PT1M",
                "5. | PT5S",
                ".25 | PT0.25S",
                "0.0000000001 | PT0S",
                "30s | PT30S",
                "30 seconds | PT30S",
                "' 41 ' | PT41S",
                "9999999999999999999 | PT1H",
                "-1 |",
                "1e3 |",
                "1,5 |",
                "Sun, 31 Feb 1994 08:50:07 GMT |",
                "Sun, 06 Foo 1994 08:50:07 GMT |",
                "Sun, 06 Nov 1994 25:50:07 GMT |",
                "Sun, 06 Nov 1994 08:50:07 +9999 |",
                "1994-11-06T08:50 |",
                "soon |",
                "'' |"
            })
    void readsSecondsAndDatesWithinBounds(String header, Duration expected) {
        assertThat(TimeHeaders.retryAfter(List.of(header), NOW)).isEqualTo(expected);
    }

    @Test
    void ofSeveralHeadersTheLongestWaitCounts() {
        assertThat(TimeHeaders.retryAfter(List.of("5", "soon", "Sunday, 06-Nov-94 08:50:07 GMT"), NOW))
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(TimeHeaders.retryAfter(List.of(), NOW)).isNull();
    }
}
