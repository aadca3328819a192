package io.callport.kafka.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text that this parser accepts means the same time to the JDK; the usual forms are accepted. */
class UtcTimeTest {
    private static final String ALPHABET = "0123456789-:.TZtz+ /\u0661";
    private static final int MUTATIONS = 200_000;

    private static @Nullable Instant byTheJdk(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T12:00:00Z",
                "2026-11-20T12:00:00.5Z",
                "2026-11-20T12:00:00.123456789Z",
                "2024-02-29T23:59:59.000000001Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z"
            })
    void theUsualFormsAreRead(String text) {
        assertThat(UtcTime.read(text)).isNotNull().isEqualTo(byTheJdk(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-11-20T12:00Z",
                "2026-11-20T12:00:00",
                "2026-11-20T12:00:00.Z",
                "2026-11-20T12:00:00.1234567890Z",
                "2026-11-20T12:00:00+00:00",
                "2026-02-29T12:00:00Z",
                "2026-11-20T24:00:00Z",
                "2026-11-20T12:00:60Z",
                "2026-11-20T12:00:00.-5Z",
                "2026-11-20 12:00:00Z"
            })
    void allElseIsLeftToTheJdk(String text) {
        assertThat(UtcTime.read(text)).isNull();
    }

    @Test
    void noFormIsReadAsAnotherTimeThanTheJdkReads() {
        Random random = new Random(16);
        int read = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            StringBuilder text = new StringBuilder("2024-02-28T23:59:58.123456789Z");
            text.delete(20 + random.nextInt(10), 29);
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                text.setCharAt(random.nextInt(text.length()), ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            Instant time = UtcTime.read(text.toString());
            if (time != null) {
                read++;
                assertThat(time).as(text.toString()).isEqualTo(byTheJdk(text.toString()));
            }
        }
        assertThat(read).isGreaterThan(MUTATIONS / 4);
    }

    @Test
    void writesATimeAsTheJdkDoes() {
        Random random = new Random(17);
        List<Instant> times = new ArrayList<>(List.of(
                Instant.EPOCH,
                Instant.MIN,
                Instant.MAX,
                Instant.parse("0000-01-01T00:00:00Z"),
                Instant.parse("0000-01-01T00:00:00Z").minusNanos(1),
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                Instant.parse("9999-12-31T23:59:59.999999999Z").plusNanos(1)));
        int[] units = {1, 1_000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < MUTATIONS; i++) {
            int unit = units[random.nextInt(units.length)];
            times.add(Instant.ofEpochSecond(
                    random.nextLong(-62_200_000_000L, 253_500_000_000L),
                    (long) random.nextInt(1_000_000_000 / unit) * unit));
        }
        assertThat(times).allSatisfy(time -> assertThat(UtcTime.text(time)).isEqualTo(time.toString()));
    }
}
