package io.callport.kafka.takeover.model.identity;

import static io.callport.kafka.takeover.model.identity.Owner.DONE;
import static io.callport.kafka.takeover.model.identity.Owner.UNREAD;

import io.callport.kafka.takeover.model.Model;
import io.callport.kafka.takeover.model.Step;
import io.callport.kafka.takeover.model.identity.Committed.Marker;
import io.callport.kafka.takeover.model.identity.Owner.Stage;
import io.callport.kafka.takeover.model.identity.SystemState.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One or two groups whose topics, state and offsets are replaced. A budget is a group's own. */
record IdentityModel(
        int groups,
        int faults,
        Decision.Rule rule,
        @Nullable Mistake mistake) implements Model<SystemState> {
    static IdentityModel of(int groups, int faults, @Nullable Mistake mistake) {
        return new IdentityModel(groups, faults, new ModelRule(mistake), mistake);
    }

    @Override
    public SystemState start() {
        return new SystemState(0, 0, Contents.EMPTY, Collections.nCopies(groups, Group.NEW), faults);
    }

    @Override
    public @Nullable String brokenPromise(SystemState system) {
        for (int number = 0; number < groups; number++) {
            Group group = system.group(number);
            if (group.owner().stage() == Stage.BLOCKED_FOR_NOTHING) {
                return "group " + number + " is paused although its state is whole";
            }
            String broken = group.ledger().brokenPromise();
            if (broken != null) {
                return "group " + number + ": " + broken;
            }
        }
        return null;
    }

    @Override
    public boolean isAtRest(SystemState system) {
        return system.groups().stream()
                .allMatch(group ->
                        group.owner().stage() == Stage.BLOCKED || group.ledger().everyCommandHasAResult());
    }

    @Override
    public List<Step<SystemState>> steps(SystemState system) {
        List<Step<SystemState>> steps = new ArrayList<>();
        for (int number = 0; number < groups; number++) {
            new GroupSteps(system, number, steps).add();
        }
        if (system.faults() > 0) {
            faults(system.afterFault(), steps);
        }
        return steps;
    }

    private static void faults(SystemState after, List<Step<SystemState>> steps) {
        steps.add(Step.fault("FAULT: the command topic is recreated, offsets are dropped", after.withNewTopic(true)));
        steps.add(Step.fault("FAULT: the command topic is recreated, offsets stay", after.withNewTopic(false)));
        steps.add(Step.fault("FAULT: the state topic is recreated", after.withNewStateTopic()));
        SystemState stopped = after.withoutProcessOfAnyGroup();
        steps.add(Step.fault("FAULT: all processes crash", stopped));
        if (after.groups().size() > 1) {
            // A reset takes another group's state over, by an operator's word that this group is gone for good.
            return;
        }
        Group reset = stopped.group(0);
        steps.add(Step.fault(
                "FAULT: all processes are stopped and the offset of group 0 is reset to 0",
                stopped.with(
                        0,
                        reset.with(new Committed(0, null))
                                .with(reset.ledger().expectingResults().withLost(false)))));
    }

    /** The steps that a group's process may take next. */
    private final class GroupSteps {
        private final SystemState system;
        private final int number;
        private final Group group;
        private final Owner owner;
        private final List<Step<SystemState>> steps;

        GroupSteps(SystemState system, int number, List<Step<SystemState>> steps) {
            this.system = system;
            this.number = number;
            this.group = system.group(number);
            this.owner = group.owner();
            this.steps = steps;
        }

        void add() {
            switch (owner.stage()) {
                case DOWN -> become("is started", asking(Stage.WITHOUT_PARTITION));
                case WITHOUT_PARTITION ->
                    become(
                            "gets the partition and asks for the topics' ids",
                            mistake == Mistake.STALE_TOPIC_VIEW
                                    ? owner.asking(Stage.KNOWS_TOPICS, owner.topic(), system.stateTopic())
                                    : asking(Stage.KNOWS_TOPICS));
                case KNOWS_TOPICS -> takeOver();
                case BLOCKED -> become("asks again", owner.at(Stage.WITHOUT_PARTITION));
                case BEGUN -> work();
                case BLOCKED_FOR_NOTHING -> {}
            }
        }

        private Owner asking(Stage next) {
            return owner.asking(next, system.topic(), system.stateTopic());
        }

        private void takeOver() {
            Facts facts = new Facts(number, group.committed(), owner.topic(), owner.stateTopic(), system.state());
            Decision decision = rule.decide(facts);
            if (decision.blocked()) {
                boolean foreign =
                        system.state().group() != number && system.state().group() != Contents.NOBODY;
                boolean rightly = group.ledger().lost() || foreign;
                become("does not begin", owner.at(rightly ? Stage.BLOCKED : Stage.BLOCKED_FOR_NOTHING));
            } else if (!anotherGroupIsAboutToSignTheState()) {
                become(
                        "begins at " + decision.offset() + " with " + decision.spent() + " spent",
                        owner.begun(decision, system.state().secondDone()));
            }
        }

        /**
         * Two groups that begin on an empty state partition at the same moment are not modelled: see docs/testing.md.
         */
        private boolean anotherGroupIsAboutToSignTheState() {
            boolean another = false;
            for (int other = 0; other < groups; other++) {
                another |= other != number && system.group(other).owner().stage() == Stage.BEGUN;
            }
            return another && system.state().group() == Contents.NOBODY;
        }

        private void work() {
            if (owner.topic() != system.topic() || owner.stateTopic() != system.stateTopic()) {
                SystemState given = system.with(number, group.with(asking(Stage.WITHOUT_PARTITION)));
                steps.add(Step.ordinary(
                        name() + "notices that a topic was recreated and gives the partition up", given.judged()));
            }
            if (owner.first()) {
                commit("commits its first transaction", owner, system.state(), group.ledger());
            }
            for (int command = 0; command < 2; command++) {
                int progress = owner.commands().get(command);
                if (progress == UNREAD) {
                    become("reads command " + command, owner.with(command, system.topic()));
                } else if (progress != DONE) {
                    answer(command, progress);
                }
            }
        }

        private void answer(int command, int readFrom) {
            if (owner.spent() < Ledger.BUDGET) {
                int spent = owner.spent() + 1;
                commit(
                        "announces and starts a request for command " + command,
                        owner.withSpent(spent),
                        system.state().withSpent(spent),
                        group.ledger().withStart());
                return;
            }
            Owner done = owner.with(command, DONE);
            boolean beyond = done.lowWater() == 0 && command == 1;
            Ledger published =
                    readFrom == system.topic() ? group.ledger().withResult(command, owner.overtaken()) : group.ledger();
            commit(
                    "publishes a result for command " + command,
                    done,
                    beyond ? system.state().withSecondDone(true) : system.state(),
                    published);
        }

        /** One transaction: results, state, the identity where it is due, and the offset with its marker. */
        private void commit(String what, Owner after, Contents changed, Ledger ledger) {
            Contents state = changed.longer();
            if (owner.first()) {
                boolean second = after.lowWater() == 0 && after.commands().get(1) == DONE;
                state = state.withIdentity(number, owner.topic()).withSecondDone(second);
                state = owner.spent() < Ledger.BUDGET ? state : state.withSpent(owner.spent());
            }
            boolean asOfWriting = mistake == Mistake.MARKER_WITH_THE_ID_AS_OF_WRITING;
            Marker marker = new Marker(asOfWriting ? system.topic() : owner.topic(), owner.stateTopic(), state.end());
            Group committed = group.with(new Committed(after.lowWater(), marker))
                    .with(after.afterFirst())
                    .with(ledger);
            steps.add(Step.ordinary(name() + what, system.with(state).with(number, committed)));
        }

        private void become(String what, Owner next) {
            steps.add(Step.ordinary(name() + what, system.with(number, group.with(next))));
        }

        private String name() {
            return "group " + number + "'s process ";
        }
    }
}
