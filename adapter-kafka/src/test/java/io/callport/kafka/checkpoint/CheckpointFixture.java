package io.callport.kafka.checkpoint;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Parts of checkpoints for tests, and generators of them. */
final class CheckpointFixture {
    private static final List<Budget> BUDGETS =
            List.of(Budget.parse("20/PT1M"), Budget.parse("1/PT0.001S"), Budget.parse("300/P1D"));

    private CheckpointFixture() {}

    static Account account(int number) {
        return new Account("7moor", Integer.toString(2_000_000 + number));
    }

    static SpentSlot ended(Duration ago) {
        return new SpentSlot(ago);
    }

    static BitSet done(int... bits) {
        BitSet done = new BitSet();
        for (int bit : bits) {
            done.set(bit);
        }
        return done;
    }

    /** Up to a few thousand offsets: scattered, in runs, few or many. */
    static Arbitrary<BitSet> doneSets() {
        Arbitrary<Integer> lengths = Arbitraries.integers().between(1, 400);
        return lengths.list().ofMaxSize(60).map(runs -> {
            BitSet done = new BitSet();
            int end = 0;
            for (int i = 0; i + 1 < runs.size(); i += 2) {
                int start = end + runs.get(i);
                end = start + runs.get(i + 1);
                done.set(start, end);
            }
            return done;
        });
    }

    /** Ages from "may arrive for two minutes yet" to two days, to the nanosecond. */
    static Arbitrary<SpentSlot> slots() {
        Arbitrary<Duration> ages = Arbitraries.longs()
                .between(-Duration.ofMinutes(2).toNanos(), Duration.ofDays(2).toNanos())
                .map(Duration::ofNanos);
        return ages.injectNull(0.2).map(SpentSlot::new);
    }

    /** Some accounts, each of a number of its own. */
    static Arbitrary<List<AccountSlots>> spent(int mostAccounts) {
        Arbitrary<AccountSlots> one = Combinators.combine(
                        Arbitraries.integers().between(0, 100_000),
                        Arbitraries.of(BUDGETS),
                        slots().list().ofMaxSize(20))
                .as((number, budget, slots) -> new AccountSlots(
                        account(number),
                        budget,
                        slots.stream().limit(budget.requests()).toList()));
        return one.list().uniqueElements(AccountSlots::account).ofMaxSize(mostAccounts);
    }

    static Checkpoint read(@Nullable String text) {
        CheckpointReadResult reading = CheckpointReader.read(Objects.requireNonNull(text));
        return reading.fold(
                checkpoint -> checkpoint,
                () -> {
                    throw new AssertionError("foreign");
                },
                version -> {
                    throw new AssertionError("newer: " + version);
                },
                why -> {
                    throw new AssertionError("damaged: " + why);
                });
    }
}
