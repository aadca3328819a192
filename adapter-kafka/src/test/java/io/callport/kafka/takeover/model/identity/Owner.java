package io.callport.kafka.takeover.model.identity;

import java.util.List;

/**
 * A group's process, and its knowledge.
 *
 * @param topic the command topic's id that it knows
 * @param stateTopic the state topic's id that it knows
 * @param overtaken whether the command topic was recreated after it asked for the id
 * @param first whether its first transaction is still to come, with the identity and tombstones for what is void
 * @param commands for each command the id of the topic that it was read from, {@link #UNREAD} or {@link #DONE}
 */
record Owner(
        Stage stage, int topic, int stateTopic, boolean overtaken, boolean first, int spent, List<Integer> commands) {
    static final int UNREAD = -1;
    static final int DONE = -2;
    private static final List<Integer> NO_COMMANDS = List.of();
    static final Owner DOWN = new Owner(Stage.DOWN, 0, 0, false, false, 0, NO_COMMANDS);

    enum Stage {
        DOWN,
        WITHOUT_PARTITION,
        KNOWS_TOPICS,
        BEGUN,
        BLOCKED,
        /** Paused although the state is whole and the group's own: a broken promise. */
        BLOCKED_FOR_NOTHING
    }

    boolean holdsPartition() {
        return stage == Stage.KNOWS_TOPICS || stage == Stage.BEGUN;
    }

    Owner asking(Stage next, int currentTopic, int currentStateTopic) {
        return new Owner(next, currentTopic, currentStateTopic, false, false, 0, NO_COMMANDS);
    }

    Owner at(Stage next) {
        return new Owner(next, topic, stateTopic, false, false, 0, NO_COMMANDS);
    }

    Owner overtakenIfItHoldsThePartition() {
        return new Owner(stage, topic, stateTopic, overtaken || holdsPartition(), first, spent, commands);
    }

    Owner begun(Decision decision, boolean secondDone) {
        boolean second = decision.offset() > 1 || (decision.doneCounts() && secondDone);
        List<Integer> known = List.of(decision.offset() > 0 ? DONE : UNREAD, second ? DONE : UNREAD);
        return new Owner(Stage.BEGUN, topic, stateTopic, overtaken, true, decision.spent(), known);
    }

    Owner with(int command, int progress) {
        List<Integer> changed = command == 0 ? List.of(progress, commands.get(1)) : List.of(commands.get(0), progress);
        return new Owner(stage, topic, stateTopic, overtaken, first, spent, changed);
    }

    Owner withSpent(int slots) {
        return new Owner(stage, topic, stateTopic, overtaken, first, slots, commands);
    }

    Owner afterFirst() {
        return new Owner(stage, topic, stateTopic, overtaken, false, spent, commands);
    }

    int lowWater() {
        return commands.get(0) != DONE ? 0 : commands.get(1) != DONE ? 1 : 2;
    }
}
