package io.callport.kafka.takeover.model.protocol;

import io.callport.kafka.takeover.model.Model;
import io.callport.kafka.takeover.model.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The protocol, or a variant of it with one mistake. */
record ProtocolModel(
        int processes, int faults, int refreshes, @Nullable Mistake mistake) implements Model<SystemState> {
    @Override
    public SystemState start() {
        return SystemState.start(processes, faults, refreshes);
    }

    /** Two processes may exchange their names. */
    @Override
    public SystemState canonical(SystemState system) {
        return processes == 2 && Owner.ORDER.compare(system.owner(0), system.owner(1)) > 0 ? system.swapped() : system;
    }

    @Override
    public List<Step<SystemState>> steps(SystemState system) {
        List<Step<SystemState>> steps = new ArrayList<>(BrokerSteps.of(system));
        for (int process = 0; process < processes; process++) {
            steps.addAll(OwnerSteps.of(system, process, mistake));
        }
        return steps;
    }

    @Override
    public @Nullable String brokenPromise(SystemState system) {
        return system.ledger().brokenPromise();
    }

    @Override
    public boolean isAtRest(SystemState system) {
        return system.ledger().everyCommandHasItsResult();
    }
}
