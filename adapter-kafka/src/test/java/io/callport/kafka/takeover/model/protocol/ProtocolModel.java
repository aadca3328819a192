package io.callport.kafka.takeover.model.protocol;

import io.callport.kafka.takeover.model.Model;
import io.callport.kafka.takeover.model.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The protocol, or a variant of it with one mistake. */
record ProtocolModel(
        int processes, int faults, int refreshes, @Nullable Mistake mistake) implements Model<World> {
    @Override
    public World start() {
        return World.start(processes, faults, refreshes);
    }

    /** Two processes may exchange their names. */
    @Override
    public World canonical(World world) {
        return processes == 2 && Owner.ORDER.compare(world.owner(0), world.owner(1)) > 0 ? world.swapped() : world;
    }

    @Override
    public List<Step<World>> steps(World world) {
        List<Step<World>> steps = new ArrayList<>(BrokerSteps.of(world));
        for (int process = 0; process < processes; process++) {
            steps.addAll(OwnerSteps.of(world, process, mistake));
        }
        return steps;
    }

    @Override
    public @Nullable String brokenPromise(World world) {
        return world.ledger().brokenPromise();
    }

    @Override
    public boolean settled(World world) {
        return world.ledger().everyCommandHasItsResult();
    }
}
