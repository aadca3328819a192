package io.callport.kafka.takeover.model.protocol;

import io.callport.kafka.takeover.model.Step;
import io.callport.kafka.takeover.model.protocol.Owner.Progress;
import io.callport.kafka.takeover.model.protocol.Owner.Stage;
import io.callport.kafka.takeover.model.protocol.StatePartition.Decision;
import io.callport.kafka.takeover.model.protocol.Transaction.Offset;
import io.callport.kafka.takeover.model.protocol.Transaction.Work;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps that one process may take next: its loop has one thread, so an open transaction is ended before anything
 * else.
 */
final class OwnerSteps {
    private final SystemState system;
    private final int process;
    private final Owner owner;
    private final @Nullable Mistake mistake;
    private final List<Step<SystemState>> steps = new ArrayList<>();

    private OwnerSteps(SystemState system, int process, @Nullable Mistake mistake) {
        this.system = system;
        this.process = process;
        this.owner = system.owner(process);
        this.mistake = mistake;
    }

    static List<Step<SystemState>> of(SystemState system, int process, @Nullable Mistake mistake) {
        OwnerSteps owner = new OwnerSteps(system, process, mistake);
        Transaction transaction = system.transactionOf(process);
        if (!owner.owner.running()) {
            return List.of();
        }
        if (transaction != null && transaction.open()) {
            owner.continueTransaction(transaction);
            return owner.steps;
        }
        owner.poll();
        owner.takeOver();
        if (owner.owner.stage() == Stage.BEGUN && mistake == Mistake.REQUEST_BEFORE_ANNOUNCEMENT) {
            owner.hurry();
        }
        if (transaction == null) {
            owner.beginTransaction();
        }
        return owner.steps;
    }

    // --- the assignment, seen at a poll

    private void poll() {
        Group group = system.group();
        if (!isMember()) {
            add("polls and hears that it lost the partition; it joins again", rejoined(group));
        } else if (group.assignee() == process && group.moving()) {
            add("polls and gives the partition back", released().with(group.assignedTo(Group.NOBODY)));
        } else if (group.assignee() == Group.NOBODY) {
            add("gets the partition", system.with(process, assigned()).with(group.assignedTo(process)));
        }
    }

    private SystemState rejoined(Group group) {
        return system.with(process, afterLeaving()).with(group.with(process));
    }

    private SystemState released() {
        boolean keeps = mistake == Mistake.STATE_AFTER_REVOCATION && owner.stage() == Stage.BEGUN;
        return system.with(process, keeps ? owner.at(Stage.REVOKED) : afterLeaving());
    }

    private Owner afterLeaving() {
        boolean keeps = mistake == Mistake.TAKEOVER_OF_AN_EARLIER_ASSIGNMENT && owner.stage() == Stage.READS_STATE;
        return keeps ? owner.at(Stage.REVOKED) : owner.forgetting(Stage.WITHOUT_PARTITION);
    }

    private Owner assigned() {
        boolean continues = mistake == Mistake.TAKEOVER_OF_AN_EARLIER_ASSIGNMENT && owner.stage() == Stage.REVOKED;
        return continues ? owner.at(Stage.READS_STATE) : owner.forgetting(Stage.ASKS_OFFSET);
    }

    // --- the takeover: the committed offset, then the high-water mark, then the state up to there

    private void takeOver() {
        switch (owner.stage()) {
            case ASKS_OFFSET -> askOffset();
            case ASKS_END -> askEnd();
            case READS_STATE -> {
                if (owner.toRead() == 0) {
                    add(
                            "has read the state and begins",
                            system.with(process, owner.begun(system.state().stable())));
                }
            }
            default -> {}
        }
    }

    private void askOffset() {
        if (!system.offsetIsPending() || mistake == Mistake.OFFSET_FROM_ADMIN) {
            int committed = system.group().committed();
            SystemState asked = system.with(process, owner.withOffset(committed));
            if (mistake == Mistake.END_BEFORE_OFFSET) {
                asked = asked.with(process, owner.withOffset(committed).withEnd(owner.toRead()));
            }
            add("reads the committed offset " + committed, asked);
        }
    }

    private void askEnd() {
        boolean lastStable = mistake == Mistake.LAST_STABLE_OFFSET;
        int end = lastStable ? 0 : system.state().above().size();
        add("reads up to " + end + " records beyond the last stable offset", system.with(process, owner.withEnd(end)));
    }

    // --- the steps of requests

    private void hurry() {
        int next = owner.commands().indexOf(Progress.WAITING);
        if (next >= 0) {
            SystemState started = system.with(process, owner.with(next, Progress.ASKED));
            add(
                    "starts the request of command " + next,
                    started.with(system.ledger().withStart()));
        }
    }

    // --- the steps of transactions

    private void beginTransaction() {
        boolean late = owner.stage() == Stage.REVOKED && mistake == Mistake.STATE_AFTER_REVOCATION;
        if (owner.stage() != Stage.BEGUN && !late) {
            return;
        }
        int ready = ready();
        int next = owner.commands().indexOf(Progress.WAITING);
        if (ready != 0) {
            begin("publishes", ready, -1);
        }
        if (ready == 3) {
            begin("publishes first the result of command 1", 2, -1);
        }
        if (next >= 0 && owner.spent() < Ledger.BUDGET && !late) {
            begin((ready == 0 ? "" : "publishes and ") + "announces a request of command " + next, ready, next);
        }
        if (ready == 0 && owner.spent() > 0 && system.refreshes() > 0) {
            Offset offset = mistake == Mistake.REFRESH_WITHOUT_OFFSET ? Offset.NONE : ownOffset(false);
            Work refresh = new Work(new Contents(owner.spent(), false), inside(), offset, owner.lowWater(), 0, -1);
            send("refreshes the account", refresh, system.afterRefresh());
        }
    }

    /** Commands whose request was started, and those that are refused because no slot is free. */
    private int ready() {
        int ready = 0;
        for (int command = 0; command < owner.commands().size(); command++) {
            Progress progress = owner.commands().get(command);
            boolean refused = progress == Progress.WAITING && owner.spent() >= Ledger.BUDGET;
            ready |= progress == Progress.ASKED || refused ? 1 << command : 0;
        }
        return ready;
    }

    private void begin(String what, int published, int announced) {
        boolean firstDone = owner.commands().get(0) == Progress.DONE || (published & 1) != 0;
        boolean secondDone = owner.commands().get(1) == Progress.DONE || (published & 2) != 0;
        int lowWater = !firstDone ? 0 : secondDone ? 2 : 1;
        int spent = announced < 0 ? Contents.NOT_WRITTEN : owner.spent() + 1;
        Contents write = new Contents(spent, !firstDone && (published & 2) != 0);
        Offset offset = ownOffset(lowWater != owner.lowWater());
        send(what, new Work(write, inside(), offset, lowWater, published, announced), system);
    }

    private Offset ownOffset(boolean changed) {
        boolean other = mistake == Mistake.OFFSET_OF_ANOTHER_PARTITION && !changed;
        return other ? Offset.ANOTHER_PARTITION : Offset.THIS_PARTITION;
    }

    private boolean inside() {
        return mistake != Mistake.STATE_OUTSIDE_THE_TRANSACTION;
    }

    /** Nobody else sees a transaction before its first part is sent: its records or its offset, in either order. */
    private void send(String what, Work work, SystemState before) {
        Transaction transaction = Transaction.begun(system.transactionalId(process), work);
        sendNextPart(transaction, before.withBegun(transaction), "in a transaction " + what + ", ");
    }

    private void continueTransaction(Transaction transaction) {
        sendNextPart(transaction, system, "");
        if (!transaction.offsetSent() && !isMember()) {
            SystemState refused = rejoined(system.group()).decided(transaction, Decision.ABORTED);
            add("has its offset refused, aborts, hears that it lost the partition and joins again", refused);
        }
        if (transaction.everythingSent()) {
            boolean starts = transaction.work().announced() >= 0 && owner.stage() == Stage.BEGUN;
            add(starts ? "commits and starts the request" : "commits", afterCommit(transaction));
        }
        if (system.faults() > 0) {
            uncertain(transaction);
        }
    }

    private void sendNextPart(Transaction transaction, SystemState before, String what) {
        if (!transaction.appended()) {
            add(what + "has its state records appended", appended(transaction, before));
        }
        if (!transaction.offsetSent() && isMember()) {
            add(what + "has its offset accepted", before.with(transaction.id(), Transaction::withOffsetSent));
        }
    }

    private boolean isMember() {
        return system.group().has(process);
    }

    private SystemState appended(Transaction transaction, SystemState before) {
        SystemState appended = before.with(transaction.id(), Transaction::withAppended);
        Work work = transaction.work();
        Decision decision = work.stateInside() ? Decision.OPEN : Decision.COMMITTED;
        SystemState written = appended.with(appended.state().appended(transaction.id(), work.write(), decision));
        return work.stateInside() ? written : written.with(written.ledger().withCommitted(work.write()));
    }

    /**
     * A request that starts later, or never, breaks no promise that this one keeps, for a spent slot is never free
     * again.
     */
    private SystemState afterCommit(Transaction transaction) {
        SystemState decided = system.decided(transaction, Decision.COMMITTED);
        Work work = transaction.work();
        if (owner.stage() == Stage.REVOKED) {
            return decided.with(process, owner.forgetting(Stage.WITHOUT_PARTITION));
        }
        Owner after = owner.withLowWater(work.lowWater());
        for (int command = 0; command < owner.commands().size(); command++) {
            if ((work.published() >> command & 1) != 0) {
                after = after.with(command, Progress.DONE);
            }
        }
        if (work.announced() >= 0) {
            after = after.with(work.announced(), Progress.ASKED).withSpent(owner.spent() + 1);
            return decided.with(process, after).with(decided.ledger().withStart());
        }
        return decided.with(process, after);
    }

    /**
     * The outcome stays unknown: the producer is replaced with its transactional id, the partition is taken over again.
     */
    private void uncertain(Transaction transaction) {
        SystemState forgotten = system.afterFault().with(process, owner.forgetting(Stage.ASKS_OFFSET));
        String name = "FAULT: the outcome of its transaction is unknown to it; ";
        fault(name + "fenced, it is aborted", forgotten.decided(transaction, Decision.ABORTED));
        if (transaction.everythingSent()) {
            fault(name + "it is committed", forgotten.decided(transaction, Decision.COMMITTED));
        }
    }

    private void add(String what, SystemState next) {
        steps.add(Step.ordinary(BrokerSteps.name(process) + " " + what, next));
    }

    private void fault(String what, SystemState next) {
        steps.add(Step.fault(BrokerSteps.name(process) + " " + what, next));
    }
}
