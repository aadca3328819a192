package io.callport.kafka.takeover.model.protocol;

import io.callport.kafka.takeover.model.Step;
import io.callport.kafka.takeover.model.protocol.Owner.Stage;
import io.callport.kafka.takeover.model.protocol.StatePartition.Decision;
import java.util.ArrayList;
import java.util.List;

/** The steps of brokers and of the machines below the processes: assign, expire, write markers, time out, crash. */
final class BrokerSteps {
    private final SystemState system;
    private final List<Step<SystemState>> steps = new ArrayList<>();

    private BrokerSteps(SystemState system) {
        this.system = system;
    }

    static List<Step<SystemState>> of(SystemState system) {
        BrokerSteps broker = new BrokerSteps(system);
        system.transactions().forEach(broker::markers);
        for (int process = 0; process < system.owners().size(); process++) {
            broker.membership(process);
        }
        return broker.steps;
    }

    private void markers(Transaction transaction) {
        String name = "transaction " + transaction.id();
        if (transaction.open()) {
            orphan(transaction, name);
            return;
        }
        if (!transaction.markedInState()) {
            SystemState marked = system.with(transaction.id(), Transaction::withMarkInState);
            add(
                    name + ": its marker reaches the state partition",
                    marked.with(marked.state().marked(transaction.id(), transaction.decision())));
        }
        if (!transaction.markedInOffsets()) {
            SystemState marked = system.with(transaction.id(), Transaction::withMarkInOffsets);
            boolean committed = transaction.decision() == Decision.COMMITTED;
            add(
                    name + ": its marker reaches the offsets",
                    committed
                            ? marked.with(marked.group()
                                    .withCommitted(transaction.work().lowWater()))
                            : marked);
        }
    }

    private void orphan(Transaction transaction, String name) {
        int process = transaction.id() % system.owners().size();
        boolean alive = system.owner(process).running() && system.transactionalId(process) == transaction.id();
        if (!alive) {
            add(name + " of a crashed process times out", system.decided(transaction, Decision.ABORTED));
        }
    }

    private void membership(int process) {
        Group group = system.group();
        Owner owner = system.owner(process);
        boolean member = group.has(process);
        if (!owner.running()) {
            SystemState restarted = system.with(process, Owner.started(system.unusedLife(process)));
            add(
                    "the group expires " + name(process) + ", which is started again",
                    restarted.with(group.without(process).with(process)));
        }
        if (system.faults() > 0) {
            faults(process, owner, member);
        }
    }

    private void faults(int process, Owner owner, boolean member) {
        Group group = system.group();
        SystemState after = system.afterFault();
        if (member && group.assignee() == process && owner.stage().compareTo(Stage.ASKS_OFFSET) > 0) {
            fault(
                    "FAULT: " + name(process) + " does not poll, the group expires it",
                    after.with(group.without(process)));
            if (!group.moving()) {
                fault("the group wants the partition back from " + name(process), after.with(group.asMoving()));
            }
        }
        if (owner.running() && owner.stage() == Stage.BEGUN) {
            fault("FAULT: " + name(process) + " crashes", after.with(process, owner.stopped()));
        }
    }

    private void add(String what, SystemState next) {
        steps.add(Step.ordinary(what, next));
    }

    private void fault(String what, SystemState next) {
        steps.add(Step.fault(what, next));
    }

    static String name(int process) {
        return String.valueOf((char) ('A' + process));
    }
}
