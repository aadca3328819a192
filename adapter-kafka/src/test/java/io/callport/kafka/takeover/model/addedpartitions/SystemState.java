package io.callport.kafka.takeover.model.addedpartitions;

import io.callport.kafka.takeover.model.addedpartitions.Partition.Owner;
import java.util.ArrayList;
import java.util.List;

/**
 * The state of the whole system.
 *
 * @param started how many requests of the account have started
 */
record SystemState(List<Partition> partitions, int started, int faults) {
    int count() {
        return partitions.size();
    }

    Partition partition(int number) {
        return partitions.get(number);
    }

    SystemState with(int number, Partition partition) {
        List<Partition> changed = new ArrayList<>(partitions);
        changed.set(number, partition);
        return new SystemState(List.copyOf(changed), started, faults);
    }

    SystemState withStart() {
        return new SystemState(partitions, started + 1, faults);
    }

    /** Every slot is free again, for every process that counts it. */
    SystemState afterWindow() {
        List<Partition> changed =
                partitions.stream().map(Partition::afterWindow).toList();
        return new SystemState(changed, 0, faults);
    }

    SystemState afterFault() {
        return new SystemState(partitions, started, faults - 1);
    }

    /** Everything is stopped, a partition is added, and everything may start again. */
    SystemState grown() {
        List<Partition> changed = new ArrayList<>();
        partitions.forEach(partition -> changed.add(partition.with(Owner.NOBODY)));
        changed.add(Partition.NEW);
        return new SystemState(List.copyOf(changed), started, faults);
    }
}
