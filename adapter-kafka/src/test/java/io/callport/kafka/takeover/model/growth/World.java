package io.callport.kafka.takeover.model.growth;

import io.callport.kafka.takeover.model.growth.Partition.Owner;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole model's state.
 *
 * @param started how many requests of the account have started
 */
record World(List<Partition> partitions, int started, int faults) {
    int count() {
        return partitions.size();
    }

    Partition partition(int number) {
        return partitions.get(number);
    }

    World with(int number, Partition partition) {
        List<Partition> changed = new ArrayList<>(partitions);
        changed.set(number, partition);
        return new World(List.copyOf(changed), started, faults);
    }

    World withStart() {
        return new World(partitions, started + 1, faults);
    }

    /** Every slot is free again, for every process that counts it. */
    World afterWindow() {
        List<Partition> changed =
                partitions.stream().map(Partition::afterWindow).toList();
        return new World(changed, 0, faults);
    }

    World afterFault() {
        return new World(partitions, started, faults - 1);
    }

    /** Everything is stopped, a partition is added, and everything may start again. */
    World grown() {
        List<Partition> changed = new ArrayList<>();
        partitions.forEach(partition -> changed.add(partition.with(Owner.NOBODY)));
        changed.add(Partition.NEW);
        return new World(List.copyOf(changed), started, faults);
    }
}
