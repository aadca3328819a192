package io.callport.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.http.transport.VendorClock.Verdict;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockGuessTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private Instant now = Instant.parse("2026-11-20T19:31:16Z");
    private final VendorClock clock = new VendorClock(() -> now);

    @Test
    void aGuessThatIsAcceptedStays() {
        assertThat(refused(clock.read(), HOUR)).isEqualTo(Verdict.CORRECTED);
        clock.accepted(clock.read(), now.plus(HOUR));

        assertThat(clock.offset()).isEqualTo(HOUR);
        assertThat(refused(clock.read(), HOUR)).isEqualTo(Verdict.UNRELATED);
        assertThat(clock.offset()).isEqualTo(HOUR);
    }

    @Test
    void aGuessThatIsRefusedIsWithdrawnAndNotMadeAgainForAWhile() {
        refused(clock.read(), HOUR);
        assertThat(refused(clock.read(), HOUR)).isEqualTo(Verdict.REFUTED);
        assertThat(clock.offset()).isZero();
        assertThat(refused(clock.read(), HOUR)).isEqualTo(Verdict.UNRELATED);

        now = now.plus(Duration.ofMinutes(11));
        assertThat(refused(clock.read(), HOUR)).isEqualTo(Verdict.CORRECTED);
    }

    @Test
    void aClockThatIsSetAfterAGuessWasRefusedMayBeCorrectedAtOnce() {
        refused(clock.read(), HOUR);
        refused(clock.read(), HOUR);
        now = now.minus(HOUR);

        assertThat(refused(clock.read(), HOUR.multipliedBy(2))).isEqualTo(Verdict.CORRECTED);
    }

    @Test
    void theOffsetThatWasAcceptedLastIsTheOneToGoBackTo() {
        refused(clock.read(), HOUR);
        clock.accepted(clock.read(), now.plus(HOUR));
        now = now.plus(HOUR); // somebody sets this machine's clock right

        assertThat(refused(clock.read(), Duration.ZERO)).isEqualTo(Verdict.CORRECTED);
        assertThat(clock.offset()).isZero();
        assertThat(refused(clock.read(), Duration.ZERO)).isEqualTo(Verdict.WITHDRAWN);
        assertThat(clock.offset()).isEqualTo(HOUR);
    }

    @Test
    void anAnswerToARequestBeforeTheGuessWithdrawsIt() {
        ClockReading before = clock.read();
        refused(clock.read(), HOUR);
        clock.accepted(before, now.plus(HOUR));

        assertThat(clock.offset()).isZero();
    }

    @Test
    void aRefusalOfARequestBeforeTheGuessSaysNothingOfTheGuess() {
        ClockReading before = clock.read();
        refused(clock.read(), HOUR);

        assertThat(refused(before, HOUR)).isEqualTo(Verdict.SUPERSEDED);
        assertThat(clock.offset()).isEqualTo(HOUR);
    }

    @Test
    void aRefusalOfARequestWithAWithdrawnGuessIsNotTheAccountsIfAnotherOffsetWasAccepted() {
        clock.accepted(clock.read(), null);
        refused(clock.read(), HOUR);
        ClockReading guess = clock.read();
        refused(clock.read(), HOUR);

        assertThat(refused(guess, HOUR)).isEqualTo(Verdict.SUPERSEDED);
        assertThat(clock.offset()).isZero();
    }

    @Test
    void aRefusalOfUnknownCauseWithdrawsAGuessThatMayBeMadeAgain() {
        assertThat(clock.refusedForUnknownCause(clock.read())).isFalse();
        refused(clock.read(), HOUR);
        assertThat(clock.refusedForUnknownCause(clock.read())).isTrue();
        assertThat(clock.offset()).isZero();

        assertThat(refused(clock.read(), HOUR)).isEqualTo(Verdict.CORRECTED);
    }

    @Test
    void aHeaderThatWasOffAsFarWhenARequestWasAnsweredCorrectsNothingForAWhile() {
        clock.accepted(clock.read(), now.plus(HOUR));
        now = now.plusSeconds(20);
        assertThat(refused(clock.read(), HOUR)).isEqualTo(Verdict.UNRELATED);
        assertThat(refused(clock.read(), HOUR.multipliedBy(2))).isEqualTo(Verdict.CORRECTED);
    }

    /** A clock that drifts is off as far a moment before the vendor's limit as a moment after it. */
    @Test
    void aRefusalThatNamesTheTimestampCorrectsWhateverWasAnswered() {
        clock.accepted(clock.read(), now.plus(HOUR));

        assertThat(clock.refused(clock.read(), now.plus(HOUR), true)).isEqualTo(Verdict.CORRECTED);
    }

    /** The header may have been written at any time between request and answer. */
    @Test
    void aSlowRefusalIsNoSignOfAClockThatIsOff() {
        ClockReading slow = clock.read();
        Instant header = now.plusSeconds(1);
        now = now.plusSeconds(120);

        assertThat(clock.refused(slow, header, false)).isEqualTo(Verdict.UNRELATED);
    }

    @Test
    void withoutAHeaderNothingIsGuessed() {
        assertThat(clock.refused(clock.read(), null, true)).isEqualTo(Verdict.UNRELATED);
    }

    private Verdict refused(ClockReading signed, Duration ahead) {
        return clock.refused(signed, now.plus(ahead), false);
    }
}
