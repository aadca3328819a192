package io.callport.switchboard.simulation;

import io.callport.switchboard.simulation.model.RuleViolation;
import io.callport.switchboard.simulation.scenario.Scenario;
import io.callport.switchboard.simulation.scenario.ScenarioEvent;
import java.util.SplittableRandom;

/**
 * One run: jumps from event to event, hands each to the switchboard, and lets the model check every step.
 * Deterministic: the same scenario gives the same run.
 */
final class Simulation {
    private static final int STEPS_PER_EVENT = 200;
    private static final int MIN_STEPS = 5_000;

    private final Scenario scenario;
    private final EventSchedule schedule = new EventSchedule();
    private final SwitchboardDriver driver;
    private final SplittableRandom random;
    private long steps;

    private Simulation(Scenario scenario, Trace trace) {
        this.scenario = scenario;
        this.random = new SplittableRandom(~scenario.seed());
        this.driver = new SwitchboardDriver(scenario, schedule, trace);
        for (ScenarioEvent event : scenario.events()) {
            schedule.plan(event.at(), now -> driver.happens(event, now));
        }
    }

    /** Runs to the end; returns how many steps it took. */
    static long run(Scenario scenario, Trace trace) {
        Simulation simulation = new Simulation(scenario, trace);
        while (simulation.step()) {
            simulation.steps++;
        }
        simulation.driver.drained();
        return simulation.steps;
    }

    private boolean step() {
        long now = Math.min(schedule.next(), driver.wakeAt());
        if (now == Long.MAX_VALUE) {
            return false;
        }
        long most = MIN_STEPS + (long) STEPS_PER_EVENT * scenario.events().size();
        RuleViolation.unless(steps < most, "S8", "spins: " + steps + " steps");
        if (schedule.next() == now) {
            schedule.happen();
        }
        while (scenario.batches() && schedule.next() == now) {
            schedule.happen();
        }
        driver.advance(now, number());
        return true;
    }

    /** Often one of the ends of the range. */
    private double number() {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> Math.nextDown(1.0);
            default -> random.nextDouble();
        };
    }
}
