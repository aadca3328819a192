package io.callport.switchboard.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * S1 to S8 in thousands of simulated runs; {@code -Dsimulation.seeds=N} for more, {@code -Dsimulation.first=N} to begin
 * with another seed.
 */
class SimulationTest {
    static final long SEEDS = Long.getLong("simulation.seeds", 2_000);
    private static final long FIRST = Long.getLong("simulation.first", 0);

    @Test
    void keepsEveryRuleWhateverHappens() throws Exception {
        SeedRunner seeds = new SeedRunner();
        long started = System.nanoTime();
        String failure = Watchdog.watch(seeds, Duration.ofMinutes(5), () -> seeds.run(FIRST, FIRST + SEEDS, true));
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        assertThat(failure).as("seed %d", seeds.getAsLong()).isNull();
        System.out.printf("Simulated %,d seeds, %,d steps in %s%n", SEEDS, seeds.steps(), took);
    }
}
