package io.callport.kafka.takeover.model.growth;

import io.callport.kafka.takeover.model.Model;
import io.callport.kafka.takeover.model.Step;
import io.callport.kafka.takeover.model.growth.Partition.Owner;
import io.callport.kafka.takeover.model.growth.Partition.Owner.Stage;
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
        @Nullable Mistake mistake) implements Model<World> {

    @Override
    public World start() {
        return new World(Collections.nCopies(atFirst, Partition.NEW), 0, faults);
    }

    @Override
    public @Nullable String brokenPromise(World world) {
        return world.started() > 1 ? "request 2 of a budget of 1" : null;
    }

    @Override
    public boolean settled(World world) {
        Partition home = world.partition(hash % world.count());
        return home.owner().stage() == Stage.WORKS && home.owner().spent();
    }

    @Override
    public List<Step<World>> steps(World world) {
        List<Step<World>> steps = new ArrayList<>();
        for (int number = 0; number < world.count(); number++) {
            partition(world, number, steps);
        }
        World free = world.afterWindow();
        if (!free.equals(world)) {
            steps.add(Step.ordinary("a window passes", free));
        }
        if (world.count() < most) {
            steps.add(Step.fault("all stop, partition " + world.count() + " is added", world.grown()));
        }
        return steps;
    }

    private void partition(World world, int number, List<Step<World>> steps) {
        Partition partition = world.partition(number);
        Owner owner = partition.owner();
        String name = "partition " + number + ": ";
        switch (owner.stage()) {
            case NOBODY -> {
                Owner begun = takeOver(world, number);
                String belief = begun.spent() ? "spent" : "not spent";
                steps.add(Step.ordinary(
                        name + "is taken over, the account counts as " + belief,
                        world.with(number, partition.with(begun))));
            }
            case BEFORE_FIRST -> first(world, number, name, steps);
            case BEFORE_ACCOUNTS ->
                steps.add(Step.ordinary(
                        name + "the accounts are committed",
                        world.with(
                                number,
                                partition.withRecord(keeps(world, number)).with(owner.at(Stage.WORKS)))));
            case WORKS -> {
                if (!owner.spent() && hash % world.count() == number) {
                    Owner spent = new Owner(Stage.WORKS, owner.first(), true);
                    World announced =
                            world.with(number, partition.withRecord(true).with(spent));
                    steps.add(Step.ordinary(name + "announces and starts a request", announced.withStart()));
                }
            }
        }
        if (world.faults() > 0) {
            faults(world.afterFault(), number, name, steps);
        }
    }

    private static void faults(World after, int number, String name, List<Step<World>> steps) {
        Partition partition = after.partition(number);
        if (partition.owner().stage() != Stage.NOBODY) {
            steps.add(Step.fault(
                    "FAULT: " + name + "its process crashes", after.with(number, partition.with(Owner.NOBODY))));
        } else if (partition.marked()) {
            steps.add(
                    Step.fault("FAULT: " + name + "its offset is gone", after.with(number, partition.withoutOffset())));
        }
    }

    private void first(World world, int number, String name, List<Step<World>> steps) {
        Partition signed = world.partition(number).withIdentity(world.count());
        boolean split = mistake == Mistake.IDENTITY_BEFORE_ITS_ACCOUNTS;
        Partition next = split
                ? signed.with(signed.owner().at(Stage.BEFORE_ACCOUNTS))
                : signed.withRecord(keeps(world, number)).with(signed.owner().at(Stage.WORKS));
        String what = split ? "the identity is committed alone" : "accounts and identity are committed together";
        steps.add(Step.ordinary(name + what, world.with(number, next)));
    }

    /** Whether a record stays or is written; one of an account whose home is elsewhere gets a tombstone. */
    private boolean keeps(World world, int number) {
        return hash % world.count() == number && world.partition(number).owner().spent();
    }

    // --- the decision, as in design section 16

    private Owner takeOver(World world, int number) {
        Partition partition = world.partition(number);
        if (partition.written()) {
            int last = mistake == Mistake.GROWTHS_BETWEEN_FORGOTTEN ? partition.count() : world.count();
            boolean moved = IntStream.rangeClosed(partition.count(), last).anyMatch(count -> hash % count != number);
            boolean forgets = mistake == Mistake.MOVED_ACCOUNT_FORGOTTEN;
            boolean spent = partition.recorded() || (moved && !forgets);
            return new Owner(Stage.BEFORE_FIRST, partition.first(), spent);
        }
        if (world.partitions().stream().noneMatch(Partition::written)) {
            return new Owner(Stage.BEFORE_FIRST, world.count(), false);
        }
        int first = firstCountOfOthers(world);
        boolean nothingSpent = first == world.count() || mistake == Mistake.NEW_PARTITION_TAKEN_FOR_A_FIRST_START;
        return new Owner(Stage.BEFORE_FIRST, first, !nothingSpent);
    }

    /** What the markers of all written partitions agree on; 1 where one has none or they differ. */
    private static int firstCountOfOthers(World world) {
        List<Integer> counts = world.partitions().stream()
                .filter(Partition::written)
                .map(partition -> partition.marked() ? partition.first() : 1)
                .distinct()
                .toList();
        return counts.size() == 1 ? counts.get(0) : 1;
    }
}
