package io.callport.kafka.changelog;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Parts of the changelog for tests, generators of such parts, and records that are sealed by hand. */
final class ChangelogFixture {
    private ChangelogFixture() {}

    static StateContents contents(StateRecord... records) {
        StateContents contents = new StateContents();
        for (StateRecord record : records) {
            contents.add(contents.lastOffset() + 1, record.key(), record.value());
        }
        return contents;
    }

    /** The only record, which is at offset 17. */
    static StateContents contents(byte @Nullable [] key, byte @Nullable [] value) {
        StateContents contents = new StateContents();
        contents.add(17, key, value);
        return contents;
    }

    static SpentSlots slots(int count, String endedAgo) {
        return new SpentSlots(count, Duration.parse(endedAgo));
    }

    static byte[] value(StateRecord record) {
        byte[] value = record.value();
        if (value == null) {
            throw new AssertionError(record + " is a tombstone");
        }
        return value;
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static BitSet bits(int... bits) {
        BitSet set = new BitSet();
        for (int bit : bits) {
            set.set(bit);
        }
        return set;
    }

    /** Accounts of every legal form, the longest and the shortest among them. */
    static Arbitrary<Account> accounts() {
        Arbitrary<String> vendors = Combinators.combine(
                        Arbitraries.strings().withCharRange('a', 'z').numeric().ofLength(1),
                        Arbitraries.strings()
                                .withCharRange('a', 'z')
                                .numeric()
                                .withChars('-')
                                .ofMaxLength(31))
                .as((first, rest) -> first + rest);
        Arbitrary<String> keys = Arbitraries.strings()
                .withCharRange('!', '%')
                .withCharRange('\'', '~')
                .ofMinLength(1)
                .ofMaxLength(128);
        return Combinators.combine(vendors, keys).as(Account::new);
    }

    /** Budgets from 1/PT0.001S to 1000000/P1D, with windows to the nanosecond. */
    static Arbitrary<Budget> budgets() {
        Arbitrary<Long> windows = Arbitraries.longs()
                .between(Duration.ofMillis(1).toNanos(), Duration.ofDays(1).toNanos());
        return Combinators.combine(Arbitraries.integers().between(1, 1_000_000), windows)
                .as((requests, window) -> new Budget(requests, Duration.ofNanos(window)));
    }

    /** 1 to 1,000,000 slots, with ages from "may arrive for two minutes yet" to two days, to the nanosecond. */
    static Arbitrary<SpentSlots> slots() {
        Arbitrary<Duration> ages = Arbitraries.longs()
                .between(-Duration.ofMinutes(2).toNanos(), Duration.ofDays(2).toNanos())
                .map(Duration::ofNanos);
        return Combinators.combine(Arbitraries.integers().between(1, 1_000_000), ages)
                .as(SpentSlots::new);
    }

    static Arbitrary<AccountState> accountStates() {
        Arbitrary<List<SpentSlots>> entries = slots().list().ofMinSize(1).ofMaxSize(64);
        return Combinators.combine(accounts(), budgets(), entries).as(AccountState::new);
    }

    static Arbitrary<DoneChunk> chunks() {
        Arbitrary<BitSet> sets = Arbitraries.integers()
                .between(0, DoneChunk.SIZE - 1)
                .set()
                .ofMaxSize(300)
                .map(bits -> bits(bits.stream().mapToInt(Integer::intValue).toArray()));
        return Combinators.combine(Arbitraries.longs().between(0, Long.MAX_VALUE / DoneChunk.SIZE), sets)
                .as(DoneChunk::new);
    }

    static Arbitrary<PartitionIdentity> identities() {
        Arbitrary<String> groups = Arbitraries.strings().ofMinLength(1).ofMaxLength(100);
        Arbitrary<Integer> counts = Arbitraries.integers().greaterOrEqual(1);
        return Combinators.combine(groups, topicIds(), counts, counts).as(PartitionIdentity::new);
    }

    static Arbitrary<OffsetMarker> markers() {
        return Combinators.combine(
                        topicIds(),
                        topicIds(),
                        Arbitraries.integers().greaterOrEqual(1),
                        Arbitraries.longs().greaterOrEqual(-1))
                .as(OffsetMarker::new);
    }

    /** Kafka writes the 16 bytes of a topic's id as 22 chars of base64url. */
    private static Arbitrary<String> topicIds() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-', '_')
                .ofLength(22);
    }
}
