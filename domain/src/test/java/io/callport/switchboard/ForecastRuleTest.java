package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.query.QueryFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S6: a command that is certain to be late is refused at once, and told when to come back. */
class ForecastRuleTest {
    private static final String A = "7moor:a";

    private final Script script = new Script("2/PT1M", new Limits(100, 100, 10, 10, 10));

    @Test
    void withTheBudgetSpentAShortDeadlineIsRefusedAtOnce() {
        spend();
        script.accept("short", A, 61_000).advance();

        assertThat(script.resultsAsText()).containsExactly("1 answered", "2 answered", "short over-budget");
        assertThat(lastFailure().retryAfter()).isEqualTo(Duration.ofMillis(60_060));
    }

    @Test
    void aDeadlineThatCanBeMetWaits() {
        spend();
        script.accept("long", A, 61_061).advance();
        assertThat(script.resultsAsText()).doesNotContain("long over-budget");
        assertThat(script.at(61_060).advance()).containsExactly("long");
    }

    @Test
    void aLoneCallerThatFollowsRetryAfterSucceeds() {
        spend();
        script.accept("short", A, 2_000).advance();
        long retry = 1_000 + lastFailure().retryAfter().toMillis();
        assertThat(script.at(retry).accept("again", A, retry + 1_000).advance()).containsExactly("again");
    }

    @Test
    void thoseRefusedTogetherAreSpread() {
        spend();
        for (int i = 0; i < 4; i++) {
            script.accept("s" + i, A, 2_000);
        }
        script.advance();
        assertThat(script.results.subList(2, 6).stream()
                        .map(r -> r.outcome().<Duration>fold(a -> null, QueryFailure::retryAfter)))
                .containsExactly(
                        Duration.ofMillis(60_060),
                        Duration.ofMillis(60_060),
                        Duration.ofMillis(120_120),
                        Duration.ofMillis(120_120));
    }

    @Test
    void aRequestInFlightThatTakesTooLongMakesOthersLate() {
        script.accept("1", A, 600_000).accept("2", A, 600_000).advance();
        script.accept("third", A, 70_000).advance();
        assertThat(script.at(9_939).advance()).isEmpty();
        assertThat(script.results).isEmpty();
        script.at(9_940).advance();
        assertThat(script.resultsAsText()).containsExactly("third over-budget");
    }

    @Test
    void queriesAheadThatCanExpireFirstDoNotCount() {
        spend();
        script.accept("a", A, 61_500)
                .accept("b", A, 61_500)
                .accept("c", A, 100_000)
                .advance();
        assertThat(script.resultsAsText())
                .as("c may still have the slot of a or b")
                .doesNotContain("c over-budget");
    }

    private void spend() {
        script.accept("1", A, 600_000).accept("2", A, 600_000).advance();
        script.at(1_000).end("1", Script.ANSWER).end("2", Script.ANSWER).advance();
    }

    private QueryFailure lastFailure() {
        return script.results.get(script.results.size() - 1).outcome().<QueryFailure>fold(a -> null, f -> f);
    }
}
