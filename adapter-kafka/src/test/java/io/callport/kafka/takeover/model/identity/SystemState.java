package io.callport.kafka.takeover.model.identity;

import io.callport.kafka.takeover.model.identity.Owner.Stage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of the whole system: two topics by their ids, and for each group its offset, its process and its visible
 * results.
 *
 * @param faults how many faults may still happen
 */
record SystemState(int topic, int stateTopic, Contents state, List<Group> groups, int faults) {

    /** One group of processes that share a budget. */
    record Group(@Nullable Committed committed, Owner owner, Ledger ledger) {
        static final Group NEW = new Group(null, Owner.DOWN, Ledger.EMPTY);

        Group with(@Nullable Committed offset) {
            return new Group(offset, owner, ledger);
        }

        Group with(Owner changed) {
            return new Group(committed, changed, ledger);
        }

        Group with(Ledger changed) {
            return new Group(committed, owner, changed);
        }
    }

    Group group(int number) {
        return groups.get(number);
    }

    SystemState with(int number, Group group) {
        List<Group> changed = new ArrayList<>(groups);
        changed.set(number, group);
        return new SystemState(topic, stateTopic, state, List.copyOf(changed), faults);
    }

    SystemState with(Contents changed) {
        return new SystemState(topic, stateTopic, changed, groups, faults);
    }

    SystemState afterFault() {
        return new SystemState(topic, stateTopic, state, groups, faults - 1);
    }

    SystemState withoutProcessOfAnyGroup() {
        List<Group> stopped =
                groups.stream().map(group -> group.with(Owner.DOWN)).toList();
        return new SystemState(topic, stateTopic, state, stopped, faults).judged();
    }

    SystemState withNewTopic(boolean dropsOffsets) {
        List<Group> changed = groups.stream()
                .map(group -> group.with(group.owner().overtakenIfItHoldsThePartition())
                        .with(group.ledger().expectingResults())
                        .with(dropsOffsets ? null : group.committed()))
                .toList();
        return new SystemState(topic + 1, stateTopic, state, changed, faults).judged();
    }

    SystemState withNewStateTopic() {
        List<Group> changed = groups.stream()
                .map(group -> group.with(group.ledger()
                        .withLost(group.committed() != null || group.owner().holdsPartition())))
                .toList();
        return new SystemState(topic, stateTopic + 1, Contents.EMPTY, changed, faults).judged();
    }

    /** A group with neither offset, state nor a process that remembers is a new one, whatever it has spent. */
    SystemState judged() {
        List<Group> changed = new ArrayList<>();
        for (int number = 0; number < groups.size(); number++) {
            Group group = groups.get(number);
            boolean unknown = group.committed() == null && state.group() != number;
            boolean forgotten = unknown && group.owner().stage() != Stage.BEGUN;
            changed.add(forgotten ? group.with(group.ledger().forgotten()) : group);
        }
        return new SystemState(topic, stateTopic, state, List.copyOf(changed), faults);
    }
}
