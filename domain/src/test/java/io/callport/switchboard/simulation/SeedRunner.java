package io.callport.switchboard.simulation;

import io.callport.switchboard.simulation.scenario.Scenario;
import io.callport.switchboard.simulation.scenario.ScenarioGenerator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Runs seed after seed until one breaks. Public, so that a class loader of mutated classes can start it by name. */
public final class SeedRunner implements LongSupplier {
    private final AtomicLong seed = new AtomicLong();
    private final AtomicLong steps = new AtomicLong();

    /** The current seed; a watchdog may ask from another thread. */
    @Override
    public long getAsLong() {
        return seed.get();
    }

    long steps() {
        return steps.get();
    }

    /** Runs the seeds from a first to before a last one; the first failure as text, or {@code null}. */
    public @Nullable String run(long first, long last, boolean shrink) {
        for (seed.set(first); seed.get() < last; seed.incrementAndGet()) {
            Scenario scenario = ScenarioGenerator.of(seed.get());
            try {
                steps.addAndGet(Simulation.run(scenario, new Trace(false, 0)));
            } catch (RuntimeException e) {
                return shrink ? shrunk(scenario, e) : e.toString();
            }
        }
        return null;
    }

    private static String shrunk(Scenario scenario, RuntimeException e) {
        SimulationFailure failure = SimulationFailure.of(scenario);
        return failure == null
                ? "Not repeatable: " + scenario + ": " + e
                : Shrinker.shrink(failure).toString();
    }
}
