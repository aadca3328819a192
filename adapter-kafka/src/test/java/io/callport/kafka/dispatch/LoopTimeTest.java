package io.callport.kafka.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopTimeTest {
    private static final Instant WALL = Instant.parse("2026-11-20T12:00:00Z");
    private static final LoopTime NOW = new LoopTime(5_000, WALL);

    @Test
    void timesAreTranslatedBothWays() {
        assertThat(NOW.nanosAt(WALL)).isEqualTo(5_000);
        assertThat(NOW.nanosAt(WALL.plusNanos(7))).isEqualTo(5_007);
        assertThat(NOW.nanosAt(WALL.minusSeconds(1))).isEqualTo(5_000 - 1_000_000_000L);
        assertThat(NOW.wallAt(4_000)).isEqualTo(WALL.minusNanos(1_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MIN_VALUE / 4, Long.MAX_VALUE / 4})
    void aTimeOutOfReachIsAHundredYearsAway(long nanos) {
        LoopTime now = new LoopTime(nanos, WALL);
        long century = Duration.ofDays(36_500).toNanos();

        assertThat(now.nanosAt(Instant.MAX)).isEqualTo(nanos + century);
        assertThat(now.nanosAt(Instant.MIN)).isEqualTo(nanos - century);
        assertThat(now.nanosAt(Instant.parse("9999-12-31T23:59:59Z"))).isEqualTo(nanos + century);
    }
}
