package io.callport.kafka.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.kafka.settings.DeadlineSettings;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineReaderTest {
    private static final Instant PAST = MessageFixture.NOW.minusSeconds(40);

    @Test
    void theDefaultCountsFromTheRecordsTimestamp() {
        assertThat(deadline(at(PAST))).isEqualTo(PAST.plus(MessageFixture.DEFAULT));
    }

    @Test
    void aNamedDeadlineCounts() {
        assertThat(deadline(MessageFixture.command().with("\"expiresAt\":\"2026-11-20T12:00:07+00:00\"")))
                .isEqualTo("2026-11-20T12:00:07Z");
        assertThat(deadline(MessageFixture.command().header("ce_expirytime", "2026-11-20T20:00:08+08:00")))
                .isEqualTo("2026-11-20T12:00:08Z");
    }

    @Test
    void theHeaderWinsOverTheBody() {
        assertThat(deadline(MessageFixture.command()
                        .with("\"expiresAt\":\"2026-11-20T12:00:07Z\"")
                        .header("ce_expirytime", "2026-11-20T12:00:08Z")))
                .isEqualTo("2026-11-20T12:00:08Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T12:06:00Z",
                "2027-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "+999999999-12-31T23:59:59-18:00"
            })
    void aLaterDeadlineCountsAsTheMaximum(String time) {
        assertThat(deadline(at(PAST).header("ce_expirytime", time))).isEqualTo(PAST.plus(MessageFixture.MAX));
    }

    @Test
    void aMaximumIsAtMostAYear() {
        assertThatThrownBy(() -> new DeadlineSettings(MessageFixture.DEFAULT, Duration.ofDays(366)))
                .hasMessageStartingWith("deadline.max: must be at most PT8760H");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20T11:59:59Z", "1970-01-01T00:00:00Z", "-999999999-01-01T00:00:00+18:00"})
    void aDeadlineMayHavePassed(String time) {
        assertThat(deadline(MessageFixture.command().header("ce_expirytime", time)))
                .isBefore(MessageFixture.NOW);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
    void aMissingOrFutureTimestampCountsAsNow(long timestamp) {
        CommandReading.Accepted asked =
                MessageFixture.asked(MessageFixture.command().timestamp(timestamp));

        assertThat(asked.context().timestamp()).isEqualTo(MessageFixture.NOW);
        assertThat(asked.deadline()).isEqualTo(MessageFixture.NOW.plus(MessageFixture.DEFAULT));
    }

    @Test
    void aVeryOldTimestampHasExpired() {
        assertThat(deadline(MessageFixture.command().timestamp(0)))
                .isEqualTo(Instant.EPOCH.plus(MessageFixture.DEFAULT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tomorrow", "", "2026-11-20", "2026-11-20T12:00:00", "1700000000000", "2026-13-01T00:00:00Z"})
    void aDeadlineThatIsNoTimeIsRefused(String time) {
        assertThat(MessageFixture.invalid(MessageFixture.command().header("ce_expirytime", time)))
                .isEqualTo("ce_expirytime: must be an RFC 3339 time, as in 2026-11-20T12:00:00Z");
        assertThat(MessageFixture.invalid(MessageFixture.command().with("\"expiresAt\":\"" + time + "\"")))
                .isEqualTo("expiresAt: must be an RFC 3339 time, as in 2026-11-20T12:00:00Z");
    }

    @Test
    void aDeadlineThatIsNoTextIsRefused() {
        assertThat(MessageFixture.invalid(MessageFixture.command().with("\"expiresAt\":1e999999999")))
                .isEqualTo("expiresAt: must be text, but is a number");
    }

    private static RecordBuilder at(Instant timestamp) {
        return MessageFixture.command().timestamp(timestamp.toEpochMilli());
    }

    private static Instant deadline(RecordBuilder record) {
        return MessageFixture.asked(record).deadline();
    }
}
