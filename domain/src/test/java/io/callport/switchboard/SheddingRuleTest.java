package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** S5: when the source of the commands cannot hold so many, the fullest lanes pay. */
class SheddingRuleTest {
    private static final String FULL = "7moor:full";
    private static final String QUIET = "7moor:quiet";
    private static final long LATER = 600_000;

    private final SwitchboardFixture script = new SwitchboardFixture("1/PT1M", new Limits(100, 100, 10, 10, 100));

    SheddingRuleTest() {
        script.accept("full1", FULL, LATER).accept("quiet1", QUIET, LATER).advance();
        script.accept("quiet2", QUIET, LATER);
        script.accept("full2", FULL, LATER).accept("full3", FULL, LATER).accept("full4", FULL, LATER);
    }

    private void shed(int count) {
        script.switchboard.shed(origin -> true, count, 0);
        script.advance();
    }

    @Test
    void refusesTheOldestOfTheFullestLaneUntilOthersAreAsFull() {
        shed(2);
        assertThat(script.resultsAsText()).containsExactly("full2 overloaded", "full3 overloaded");
    }

    @Test
    void refusesWhatIsInFlightLast() {
        shed(5);
        assertThat(script.resultsAsText())
                .containsExactly(
                        "full2 overloaded",
                        "full3 overloaded",
                        "quiet2 overloaded",
                        "full4 overloaded",
                        "full1 overloaded");
    }

    @Test
    void givesNoSecondResultToACommandInFlightThatWasRefused() {
        shed(100);
        script.results.clear();
        script.end("full1", SwitchboardFixture.ANSWER).advance();
        assertThat(script.results).isEmpty();
        assertThat(script.switchboard.pending()).isZero();
    }

    @Test
    void refusesOnlyWhatWasNamed() {
        int refused = script.switchboard.shed(origin -> origin.startsWith("quiet"), 100, 0);
        script.advance();
        assertThat(refused).as("fewer than were asked for").isEqualTo(2);
        assertThat(script.resultsAsText()).containsExactly("quiet2 overloaded", "quiet1 overloaded");
    }
}
