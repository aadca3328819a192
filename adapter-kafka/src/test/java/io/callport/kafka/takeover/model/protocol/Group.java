package io.callport.kafka.takeover.model.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * The group coordinator's side. It checks members and never partitions.
 *
 * @param members for each process, whether it is a member with the current epoch
 * @param assignee the process that has the partition, or -1
 * @param moving whether the assignee is to give the partition up at its next poll
 * @param committed the offset that the last marked transaction committed
 */
record Group(List<Boolean> members, int assignee, boolean moving, int committed) {
    static final int NOBODY = -1;

    Group with(int process, boolean member) {
        List<Boolean> changed = new ArrayList<>(members);
        changed.set(process, member);
        return new Group(List.copyOf(changed), assignee, moving, committed);
    }

    Group without(int process) {
        Group left = with(process, false);
        return assignee == process ? left.assignedTo(NOBODY) : left;
    }

    Group assignedTo(int process) {
        return new Group(members, process, false, committed);
    }

    Group asMoving() {
        return new Group(members, assignee, true, committed);
    }

    Group swapped() {
        List<Boolean> changed = List.of(members.get(1), members.get(0));
        return new Group(changed, assignee == NOBODY ? NOBODY : 1 - assignee, moving, committed);
    }

    Group withCommitted(int offset) {
        return new Group(members, assignee, moving, offset);
    }
}
