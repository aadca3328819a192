package io.callport.kafka.changelog;

import static io.callport.kafka.changelog.ChangelogFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that differs from the written one is a problem, never an exception, and never ignored. */
class DamageTest {
    private static final String GOLDEN = "io.callport.kafka.changelog.GoldenRecords#all";

    @ParameterizedTest
    @MethodSource(GOLDEN)
    void everyFlippedBitIsSeen(StateRecord record) {
        byte[] value = value(record);
        for (int bit = 0; bit < value.length * 8; bit++) {
            assertSeen(record.key(), flipped(value, bit), "bit " + bit + " of the value");
        }
        for (int bit = 0; bit < record.key().length * 8; bit++) {
            assertSeen(flipped(record.key(), bit), value, "bit " + bit + " of the key");
        }
    }

    @ParameterizedTest
    @MethodSource(GOLDEN)
    void everyCutIsSeen(StateRecord record) {
        byte[] value = value(record);
        for (int length = 0; length < value.length; length++) {
            assertSeen(record.key(), Arrays.copyOf(value, length), "value cut to " + length);
            assertSeen(
                    record.key(),
                    Arrays.copyOfRange(value, value.length - length, value.length),
                    "value cut to its last " + length);
        }
        for (int length = 0; length < record.key().length; length++) {
            assertSeen(Arrays.copyOf(record.key(), length), value, "key cut to " + length);
        }
    }

    @ParameterizedTest
    @MethodSource(GOLDEN)
    void aValueUnderAnotherKeyIsSeen(StateRecord record) {
        GoldenRecords.all()
                .filter(other -> !other.equals(record))
                .forEach(other -> assertSeen(other.key(), value(record), "under the key of " + other));
        assertSeen(null, value(record), "without a key");
    }

    @Property(tries = 1_000, seed = "13")
    void everyFlippedBitOfAnyRecordIsSeen(@ForAll("records") StateRecord record, @ForAll @IntRange int place) {
        byte[] value = value(record);
        int bit = place % ((record.key().length + value.length) * 8);
        int inValue = bit - record.key().length * 8;
        if (inValue < 0) {
            assertSeen(flipped(record.key(), bit), value, "bit " + bit + " of the key");
        } else {
            assertSeen(record.key(), flipped(value, inValue), "bit " + inValue + " of the value");
        }
    }

    @Property(tries = 500, seed = "13")
    void everythingAppendedIsSeen(
            @ForAll("records") StateRecord record, @ForAll @Size(min = 1, max = 20) byte[] appended) {
        byte[] value = value(record);
        byte[] longer = Arrays.copyOf(value, value.length + appended.length);
        System.arraycopy(appended, 0, longer, value.length, appended.length);

        assertSeen(record.key(), longer, "appended " + Arrays.toString(appended));
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }

    private static void assertSeen(byte @Nullable [] key, byte[] value, String change) {
        StateContents contents = ChangelogFixture.contents(key, value);

        assertThat(contents.problem()).as(change).startsWith("The state record at offset 17 with ");
        assertThat(contents.accounts()).as(change).isEmpty();
        assertThat(contents.chunks()).as(change).isEmpty();
        assertThat(contents.identity()).as(change).isNull();
    }

    @Provide
    Arbitrary<StateRecord> records() {
        return Arbitraries.oneOf(
                ChangelogFixture.accountStates().map(AccountState::record),
                ChangelogFixture.chunks().map(DoneChunk::record),
                ChangelogFixture.identities().map(PartitionIdentity::record));
    }
}
