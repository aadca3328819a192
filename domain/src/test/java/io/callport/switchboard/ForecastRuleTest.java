package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S6: a command is refused as soon as it is certain to be late. */
class ForecastRuleTest {
    private static final String A = "7moor:a";

    private final SwitchboardFixture fixture = new SwitchboardFixture("2/PT1M", new Limits(100, 100, 10, 10, 10));

    @Test
    void withTheBudgetSpentAShortDeadlineIsRefusedAtOnce() {
        spend();
        fixture.accept("short", A, 61_000).advance();

        assertThat(fixture.resultsAsText()).containsExactly("1 answered", "2 answered", "short over-budget");
    }

    @Test
    void aDeadlineThatCanBeMetWaits() {
        spend();
        fixture.accept("long", A, 61_061).advance();
        assertThat(fixture.resultsAsText()).doesNotContain("long over-budget");
        assertThat(fixture.at(61_060).advance()).containsExactly("long");
    }

    @Test
    void aRequestInFlightThatTakesTooLongMakesOthersLate() {
        fixture.accept("1", A, 600_000).accept("2", A, 600_000).advance();
        fixture.accept("third", A, 70_000).advance();
        assertThat(fixture.at(9_939).advance()).isEmpty();
        assertThat(fixture.results).isEmpty();
        fixture.at(9_940).advance();
        assertThat(fixture.resultsAsText()).containsExactly("third over-budget");
    }

    @Test
    void queriesAheadThatCanExpireFirstDoNotCount() {
        spend();
        fixture.accept("a", A, 61_500)
                .accept("b", A, 61_500)
                .accept("c", A, 100_000)
                .advance();
        assertThat(fixture.resultsAsText())
                .as("c may still have the slot of a or b")
                .doesNotContain("c over-budget");
    }

    @Test
    void queriesAheadThatExpireNoSoonerDoCount() {
        spend();
        fixture.accept("a", A, 100_000)
                .accept("b", A, 100_000)
                .accept("c", A, 100_000)
                .advance();
        assertThat(fixture.resultsAsText()).endsWith("c over-budget").doesNotContain("a over-budget", "b over-budget");
    }

    @Test
    void queriesAheadThatBackOffDoNotCount() {
        SwitchboardFixture retrying = new SwitchboardFixture("1/PT1M", new Limits(100, 100, 10, 10, 10), 2);
        retrying.accept("1", A, 600_000).advance();
        retrying.at(1_000).end("1", SwitchboardFixture.failure(Sent.YES)).advance();
        retrying.accept("2", A, 61_100).advance();

        assertThat(retrying.results).as("1 may not come back before 2").isEmpty();
    }

    @Test
    void aLaneThatOpensTooLateMakesItsCommandsLate() {
        SwitchboardFixture unlimited = new SwitchboardFixture("none", Limits.DEFAULT, 3);
        unlimited.accept("1", A, 600_000).advance();
        unlimited
                .end("1", SwitchboardFixture.failure(Reason.VENDOR_UNAVAILABLE, Duration.ofSeconds(40), 429))
                .advance();
        unlimited.accept("early", A, 40_000).accept("late", A, 40_001).advance();

        assertThat(unlimited.resultsAsText()).containsExactly("early over-budget");
    }

    @Test
    void oneOfTwoCommandsOfAQueryCanBeLate() {
        spend();
        fixture.ask("soon", "q", A, 61_060, 0).ask("later", "q", A, 61_061, 0).advance();

        assertThat(fixture.resultsAsText()).endsWith("soon over-budget");
        assertThat(fixture.at(61_060).advance()).containsExactly("q");
    }

    /** One slot is freed at 95.06 s, a minute and a half after its request ended; one is in flight. */
    @Test
    void looksAgainWhenARequestInFlightHasTakenSoLongThatAHeldSlotIsFreedFirst() {
        fixture.accept("1", A, 600_000).accept("2", A, 600_000).advance();
        fixture.at(5_000).end("1", SwitchboardFixture.failure(Sent.MAYBE)).advance();
        fixture.accept("ahead", A, 600_000).accept("late", A, 100_000).advance();

        assertThat(fixture.at(30_000).advance()).isEmpty();
        assertThat(fixture.wakeAt).as("a window before the deadline").isEqualTo(39_940);
        assertThat(fixture.at(39_939).advance()).isEmpty();
        assertThat(fixture.resultsAsText()).doesNotContain("late over-budget");
        fixture.at(39_940).advance();
        assertThat(fixture.resultsAsText()).endsWith("late over-budget");
    }

    private void spend() {
        fixture.accept("1", A, 600_000).accept("2", A, 600_000).advance();
        fixture.at(1_000)
                .end("1", SwitchboardFixture.ANSWER)
                .end("2", SwitchboardFixture.ANSWER)
                .advance();
    }
}
