package io.callport.switchboard.simulation;

import io.callport.switchboard.simulation.scenario.Scenario;
import io.callport.switchboard.simulation.scenario.ScenarioEvent;
import java.util.ArrayList;
import java.util.List;

/** Leaves out events of a broken run as long as the same rule still breaks, larger pieces first. */
final class Shrinker {
    private static final int MAX_RUNS = 2_000;

    private SimulationFailure shortest;
    private int runs;

    private Shrinker(SimulationFailure failure) {
        this.shortest = failure;
    }

    static SimulationFailure shrink(SimulationFailure failure) {
        Shrinker shrinker = new Shrinker(failure);
        for (int piece = failure.scenario().events().size() / 2; piece > 0; piece /= 2) {
            shrinker.leaveOut(piece);
        }
        shrinker.leaveOut(1);
        return shrinker.shortest;
    }

    private void leaveOut(int piece) {
        for (int from = shortest.scenario().events().size() - piece; from >= 0 && runs < MAX_RUNS; from -= piece) {
            runs++;
            Scenario scenario = shortest.scenario();
            int to = Math.min(from + piece, scenario.events().size());
            if (from < to) {
                List<ScenarioEvent> events = new ArrayList<>(scenario.events());
                events.subList(from, to).clear();
                SimulationFailure shorter = SimulationFailure.of(scenario.with(events));
                shortest = shorter != null && shorter.rule().equals(shortest.rule()) ? shorter : shortest;
            }
        }
    }
}
