package io.callport.kafka.takeover.model.protocol;

/**
 * The group coordinator's side. It checks members and never partitions.
 *
 * @param members the processes that are members with the current epoch, as bits
 * @param assignee the process that has the partition, or -1
 * @param moving whether the assignee is to give the partition up at its next poll
 * @param committed the offset that the last marked transaction committed
 */
record Group(int members, int assignee, boolean moving, int committed) {
    static final int NOBODY = -1;

    boolean has(int process) {
        return (members >> process & 1) != 0;
    }

    Group with(int process) {
        return new Group(members | 1 << process, assignee, moving, committed);
    }

    Group without(int process) {
        Group left = new Group(members & ~(1 << process), assignee, moving, committed);
        return assignee == process ? left.assignedTo(NOBODY) : left;
    }

    Group assignedTo(int process) {
        return new Group(members, process, false, committed);
    }

    Group asMoving() {
        return new Group(members, assignee, true, committed);
    }

    Group swapped() {
        int exchanged = members >> 1 | (members & 1) << 1;
        return new Group(exchanged, assignee == NOBODY ? NOBODY : 1 - assignee, moving, committed);
    }

    Group withCommitted(int offset) {
        return new Group(members, assignee, moving, offset);
    }
}
