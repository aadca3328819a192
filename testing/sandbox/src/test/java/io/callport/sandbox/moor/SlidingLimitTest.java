package io.callport.sandbox.moor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SlidingLimitTest {
    private final SlidingLimit limit = new SlidingLimit(2, 60);

    @Test
    void noHalfOpenWindowHoldsMoreThanTheLimit() {
        assertThat(limit.admits(0)).isTrue();
        assertThat(limit.admits(59)).isTrue();
        assertThat(limit.admits(59)).isFalse();
        assertThat(limit.admits(60)).as("0 and 60 are in no common window").isTrue();
        assertThat(limit.admits(61)).as("59, 60 and 61 are").isFalse();
        assertThat(limit.admits(118)).isFalse();
        assertThat(limit.admits(119)).isTrue();
    }

    @Test
    void refusedArrivalsDoNotCount() {
        limit.admits(0);
        limit.admits(0);
        for (int i = 1; i < 60; i++) {
            assertThat(limit.admits(i)).isFalse();
        }
        assertThat(limit.admits(60)).isTrue();
    }

    @Test
    void theClockMayBeNegativeAndOvertaken() {
        SlidingLimit other = new SlidingLimit(1, 60);
        assertThat(other.admits(Long.MAX_VALUE - 10)).isTrue();
        assertThat(other.admits(Long.MAX_VALUE - 20)).as("raced, and lost").isFalse();
        assertThat(other.admits(Long.MIN_VALUE + 48)).as("59 later").isFalse();
        assertThat(other.admits(Long.MIN_VALUE + 49)).as("60 later").isTrue();
    }
}
