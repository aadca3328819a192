package io.callport.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void aGoalIsMetByTheMedianAndTheBoundItselfIsGood() {
        assertThat(new Verdict("speed", List.of(0.1, 0.6, 9.0), Goal.atLeast(0.6)).line())
                .isEqualTo("met      speed: 0.60 (0.10 to 9), goal at least 0.60");
        assertThat(new Verdict("time", List.of(1.15, 1.0, 9.0), Goal.atMost(1.15)).met())
                .isTrue();
    }

    @Test
    void aGoalThatIsNotMetSaysSo() {
        assertThat(new Verdict("speed", List.of(0.1, 0.59, 9.0), Goal.atLeast(0.6)).line())
                .isEqualTo("NOT met  speed: 0.59 (0.10 to 9), goal at least 0.60");
        assertThat(new Verdict("time", List.of(1.16), Goal.atMost(1.15)).met()).isFalse();
    }

    @Test
    void aGoalForEveryRoundIsMetByTheWorst() {
        Goal none = Goal.atMost(0).inEveryRound();

        assertThat(new Verdict("violations", List.of(0.0, 0.0, 0.0), none).line())
                .isEqualTo("met      violations: 0 (0 to 0), goal at most 0 in every round");
        assertThat(new Verdict("violations", List.of(0.0, 0.0, 1.0), none).line())
                .isEqualTo("NOT met  violations: 0 (0 to 1), goal at most 0 in every round");
        assertThat(new Verdict("share", List.of(98.0, 100.0), Goal.atLeast(99).inEveryRound()).met())
                .isFalse();
    }
}
