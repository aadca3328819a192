package io.callport.switchboard.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulation can fail: it catches every deliberate mistake of {@link Mutations} within its default seeds. */
class MutationTest {
    static List<Mutation> mutations() {
        return Mutations.ALL;
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void catches(Mutation mutation, @TempDir Path folder) throws Exception {
        mutation.compile(folder);
        Class<?> mutated = new MutatedClassLoader(folder).loadClass(SeedRunner.class.getName());
        LongSupplier seeds = (LongSupplier) mutated.getConstructor().newInstance();
        Method run = mutated.getMethod("run", long.class, long.class, boolean.class);
        String failure = Watchdog.watch(seeds, Duration.ofSeconds(10), () -> run(run, seeds));
        assertThat(failure).as("what the simulation says to: %s", mutation).isNotNull();
        System.out.printf(
                "%s: caught at seed %d: %s%n",
                mutation, seeds.getAsLong(), failure.lines().findFirst().orElse(""));
    }

    private static String run(Method run, LongSupplier seeds) {
        try {
            return (String) run.invoke(seeds, 0L, SimulationTest.SEEDS, false);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Seeds cannot be run", e);
        }
    }
}
