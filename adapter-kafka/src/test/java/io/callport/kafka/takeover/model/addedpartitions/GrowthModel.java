package io.callport.kafka.takeover.model.addedpartitions;

import io.callport.kafka.takeover.model.Model;
import io.callport.kafka.takeover.model.Step;
import io.callport.kafka.takeover.model.addedpartitions.Partition.Owner;
import io.callport.kafka.takeover.model.addedpartitions.Partition.Owner.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A topic that grows from a few partitions to {@link #most}, and one account on it.
 *
 * @param hash the account's hash: modulo the partitions it is the account's home
 */
record GrowthModel(
        int hash,
        int atFirst,
        int most,
        int faults,
        @Nullable Mistake mistake) implements Model<SystemState> {

    @Override
    public SystemState start() {
        return new SystemState(Collections.nCopies(atFirst, Partition.NEW), 0, faults);
    }

    @Override
    public @Nullable String brokenPromise(SystemState system) {
        return system.started() > 1 ? "request 2 of a budget of 1" : null;
    }

    @Override
    public boolean isAtRest(SystemState system) {
        Partition home = system.partition(hash % system.count());
        return home.owner().stage() == Stage.WORKS && home.owner().spent();
    }

    @Override
    public List<Step<SystemState>> steps(SystemState system) {
        List<Step<SystemState>> steps = new ArrayList<>();
        for (int number = 0; number < system.count(); number++) {
            partition(system, number, steps);
        }
        SystemState free = system.afterWindow();
        if (!free.equals(system)) {
            steps.add(Step.ordinary("a window passes", free));
        }
        if (system.count() < most) {
            steps.add(Step.fault("all stop, partition " + system.count() + " is added", system.grown()));
        }
        return steps;
    }

    private void partition(SystemState system, int number, List<Step<SystemState>> steps) {
        Partition partition = system.partition(number);
        Owner owner = partition.owner();
        String name = "partition " + number + ": ";
        switch (owner.stage()) {
            case NOBODY -> {
                Owner begun = takeOver(system, number);
                String belief = begun.spent() ? "spent" : "not spent";
                steps.add(Step.ordinary(
                        name + "is taken over, the account counts as " + belief,
                        system.with(number, partition.with(begun))));
            }
            case BEFORE_FIRST -> first(system, number, name, steps);
            case BEFORE_ACCOUNTS ->
                steps.add(Step.ordinary(
                        name + "the accounts are committed",
                        system.with(
                                number,
                                partition.withRecord(keeps(system, number)).with(owner.at(Stage.WORKS)))));
            case WORKS -> {
                if (!owner.spent() && hash % system.count() == number) {
                    Owner spent = new Owner(Stage.WORKS, owner.first(), true);
                    SystemState announced =
                            system.with(number, partition.withRecord(true).with(spent));
                    steps.add(Step.ordinary(name + "announces and starts a request", announced.withStart()));
                }
            }
        }
        if (system.faults() > 0) {
            faults(system.afterFault(), number, name, steps);
        }
    }

    private static void faults(SystemState after, int number, String name, List<Step<SystemState>> steps) {
        Partition partition = after.partition(number);
        if (partition.owner().stage() != Stage.NOBODY) {
            steps.add(Step.fault(
                    "FAULT: " + name + "its process crashes", after.with(number, partition.with(Owner.NOBODY))));
        } else if (partition.marked()) {
            steps.add(
                    Step.fault("FAULT: " + name + "its offset is gone", after.with(number, partition.withoutOffset())));
        }
    }

    private void first(SystemState system, int number, String name, List<Step<SystemState>> steps) {
        Partition signed = system.partition(number).withIdentity(system.count());
        boolean split = mistake == Mistake.IDENTITY_BEFORE_ITS_ACCOUNTS;
        Partition next = split
                ? signed.with(signed.owner().at(Stage.BEFORE_ACCOUNTS))
                : signed.withRecord(keeps(system, number)).with(signed.owner().at(Stage.WORKS));
        String what = split ? "the identity is committed alone" : "accounts and identity are committed together";
        steps.add(Step.ordinary(name + what, system.with(number, next)));
    }

    /** Whether a record stays or is written; one of an account whose home is elsewhere gets a tombstone. */
    private boolean keeps(SystemState system, int number) {
        return hash % system.count() == number
                && system.partition(number).owner().spent();
    }

    // --- the decision, as in design section 16

    private Owner takeOver(SystemState system, int number) {
        Partition partition = system.partition(number);
        if (partition.written()) {
            int last = mistake == Mistake.GROWTHS_BETWEEN_FORGOTTEN ? partition.count() : system.count();
            boolean moved = IntStream.rangeClosed(partition.count(), last).anyMatch(count -> hash % count != number);
            boolean forgets = mistake == Mistake.MOVED_ACCOUNT_FORGOTTEN;
            boolean spent = partition.recorded() || (moved && !forgets);
            return new Owner(Stage.BEFORE_FIRST, partition.first(), spent);
        }
        if (system.partitions().stream().noneMatch(Partition::written)) {
            return new Owner(Stage.BEFORE_FIRST, system.count(), false);
        }
        int first = firstCountOfOthers(system);
        boolean nothingSpent = first == system.count() || mistake == Mistake.NEW_PARTITION_TAKEN_FOR_A_FIRST_START;
        return new Owner(Stage.BEFORE_FIRST, first, !nothingSpent);
    }

    /** The value on which the markers of all written partitions agree; 1 if a marker is missing or differs. */
    private static int firstCountOfOthers(SystemState system) {
        List<Integer> counts = system.partitions().stream()
                .filter(Partition::written)
                .map(partition -> partition.marked() ? partition.first() : 1)
                .distinct()
                .toList();
        return counts.size() == 1 ? counts.get(0) : 1;
    }
}
