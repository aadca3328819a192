package io.callport.switchboard.simulation;

import io.callport.switchboard.simulation.model.RuleViolation;
import io.callport.switchboard.simulation.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** The failure of a run: the rule, or the exception that the switchboard threw. */
record SimulationFailure(Scenario scenario, String rule, Throwable cause, Trace trace) {
    /** Runs a scenario; {@code null} if it keeps all rules. */
    static @Nullable SimulationFailure of(Scenario scenario) {
        Trace trace = new Trace(true, scenario.start());
        try {
            Simulation.run(scenario, trace);
            return null;
        } catch (RuleViolation violation) {
            return new SimulationFailure(scenario, violation.rule(), violation, trace);
        } catch (RuntimeException e) {
            return new SimulationFailure(scenario, e.getClass().getSimpleName(), e, trace);
        }
    }

    @Override
    public String toString() {
        StackTraceElement where = cause.getStackTrace().length == 0 ? null : cause.getStackTrace()[0];
        return "The switchboard broke " + cause.getMessage() + "\n" + scenario + "\nat " + where + "\nafter "
                + scenario.events().size() + " events, the last of which:\n" + trace;
    }
}
