package io.callport.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.benchmarks.report.Figure;
import io.callport.benchmarks.report.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Metric SPEED = new Metric("speed", "results/s");

    private final List<String> turns = new ArrayList<>();

    @Test
    void theOrderRotatesAndWarmUpsDoNotCount() throws Exception {
        Measurements measurements = rounds().run(1, 3, new RunContext(Scale.SMOKE, line -> {}));

        assertThat(turns).containsExactly("c", "a", "b", "a", "b", "c", "b", "c", "a", "c", "a", "b");
        assertThat(measurements.values("a", SPEED)).containsExactly(4.0, 9.0, 11.0);
    }

    @Test
    void ratiosAreTakenWithinARound() throws Exception {
        Measurements measurements = rounds().run(0, 2, new RunContext(Scale.SMOKE, line -> {}));

        assertThat(measurements.ratios("a", "b", SPEED)).containsExactly(1 / 2.0, 6 / 4.0);
        assertThat(measurements.ratiosToLargest("a", List.of("b", "c"), SPEED)).containsExactly(1 / 3.0, 6 / 5.0);
    }

    @Test
    void aTurnKnowsItsRoundAndAPrefixGoesBeforeTheName() throws Exception {
        List<Integer> rounds = new ArrayList<>();
        Measurements measurements = new Rounds("B0")
                .add("a", round -> {
                    rounds.add(round);
                    return Map.of(SPEED, 1.0);
                })
                .run(1, 2, new RunContext(Scale.SMOKE, line -> {}));

        assertThat(rounds).containsExactly(-1, 0, 1);
        assertThat(measurements.figures("10 ms: "))
                .extracting(Figure::contender)
                .containsExactly("10 ms: a");
    }

    private Rounds rounds() {
        Rounds rounds = new Rounds("B0");
        List.of("a", "b", "c").forEach(name -> rounds.add(name, () -> turn(name)));
        return rounds;
    }

    /** As fast as the turn's number. */
    private Map<Metric, Double> turn(String name) {
        turns.add(name);
        return Map.of(SPEED, (double) turns.size());
    }
}
