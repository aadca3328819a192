package io.callport.kafka.takeover.model.growth;

import io.callport.kafka.takeover.model.growth.Partition.Owner;
import io.callport.kafka.takeover.model.growth.Partition.Owner.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * The whole model's state.
 *
 * @param started how many requests of the account have started
 * @param begunSinceGrowth the partitions that have worked since the topic had its present number of them, as bits
 */
record World(List<Partition> partitions, int started, int begunSinceGrowth, int faults) {
    int count() {
        return partitions.size();
    }

    Partition partition(int number) {
        return partitions.get(number);
    }

    World with(int number, Partition partition) {
        List<Partition> changed = new ArrayList<>(partitions);
        changed.set(number, partition);
        boolean works = partition.owner().stage() == Stage.WORKS;
        int begun = works ? begunSinceGrowth | 1 << number : begunSinceGrowth;
        return new World(List.copyOf(changed), started, begun, faults);
    }

    World withStart() {
        return new World(partitions, started + 1, begunSinceGrowth, faults);
    }

    /** Every slot is free again, for every process that counts it. */
    World afterWindow() {
        List<Partition> changed =
                partitions.stream().map(Partition::afterWindow).toList();
        return new World(changed, 0, begunSinceGrowth, faults);
    }

    World afterFault() {
        return new World(partitions, started, begunSinceGrowth, faults - 1);
    }

    /** Everything is stopped, a partition is added, and everything may start again. */
    World grown() {
        List<Partition> changed = new ArrayList<>();
        partitions.forEach(partition -> changed.add(partition.with(Owner.NOBODY)));
        changed.add(Partition.NEW);
        return new World(List.copyOf(changed), started, 0, faults);
    }
}
