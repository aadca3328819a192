package io.callport.kafka.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.SpentSlots;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A record is read as it was written, except that ages are rounded down to whole milliseconds. */
class RoundTripTest {
    private static final Account LONGEST = new Account("v".repeat(32), "~".repeat(128));

    @Property(tries = 500, seed = "13")
    void accounts(@ForAll("accountStates") AccountState state) {
        StateContents read = ChangelogFixture.contents(state.record());

        assertThat(read.problem()).isNull();
        assertThat(read.accounts()).isEqualTo(Map.of(state.account(), inMilliseconds(state)));
    }

    @Property(tries = 300, seed = "13")
    void chunks(@ForAll("chunks") DoneChunk chunk) {
        StateContents read = ChangelogFixture.contents(chunk.record());

        assertThat(read.problem()).isNull();
        assertThat(read.chunks()).isEqualTo(Map.of(chunk.number(), chunk.done()));
    }

    @Property(tries = 300, seed = "13")
    void identities(@ForAll("identities") PartitionIdentity identity) {
        StateContents read = ChangelogFixture.contents(identity.record());

        assertThat(read.problem()).isNull();
        assertThat(read.identity()).isEqualTo(identity);
    }

    @Property(tries = 500, seed = "13")
    void markers(@ForAll("markers") OffsetMarker marker) {
        assertThat(OffsetMarker.read(marker.text())).isEqualTo(new MarkerReading.Marker(marker));
        assertThat(marker.text()).matches("[\\x21-\\x7e]{1,100}");
    }

    @Property(tries = 300, seed = "13")
    void theSameStateAlwaysGivesTheSameBytes(@ForAll("accountStates") AccountState state) {
        StateRecord record = state.record();

        assertThat(new AccountState(state.account(), state.budget(), state.slots()).record())
                .isEqualTo(record)
                .hasSameHashCodeAs(record);
        assertThat(inMilliseconds(state).record()).isEqualTo(record);
    }

    @Test
    void agesAreRoundedDownBelowZeroToo() {
        assertThat(readBack(Duration.ofNanos(1_999_999))).isEqualTo(Duration.ofMillis(1));
        assertThat(readBack(Duration.ofNanos(999_999))).isZero();
        assertThat(readBack(Duration.ofNanos(-1))).isEqualTo(Duration.ofMillis(-1));
        assertThat(readBack(Duration.ofMillis(-1))).isEqualTo(Duration.ofMillis(-1));
        assertThat(readBack(Duration.ofNanos(-1_000_001))).isEqualTo(Duration.ofMillis(-2));
        assertThat(readBack(Duration.ofSeconds(-70, 1))).isEqualTo(Duration.ofSeconds(-70));
    }

    @Test
    void anAgeThatNoClockCountsIsOneOfAHundredYears() {
        Duration century = Duration.ofDays(36_500);

        assertThat(readBack(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999))).isEqualTo(century);
        assertThat(readBack(century.plusNanos(999_999_999))).isEqualTo(century);
        assertThat(readBack(century.minusNanos(1))).isEqualTo(century.minusMillis(1));
        assertThat(readBack(Duration.ofSeconds(Long.MIN_VALUE))).isEqualTo(century.negated());
    }

    @Test
    void theLongestAccountKeepsItsName() {
        StateRecord record = state(LONGEST, Duration.ZERO).record();

        assertThat(record.key()).hasSize("account/".length() + 32 + 1 + 128);
        assertThat(ChangelogFixture.contents(record).accounts()).containsOnlyKeys(LONGEST);
    }

    @Test
    void anAccountsKeyMayHoldWhatSeparatesOtherThings() {
        for (String key : List.of(":", "/", "a/b", "account/7moor:1", "done/1", "partition", "%2F", "\\", "\"")) {
            Account account = new Account("7moor", key);
            StateRecord record = state(account, Duration.ZERO).record();

            assertThat(ChangelogFixture.contents(record).accounts()).containsOnlyKeys(account);
            assertThat(ChangelogFixture.contents(record, AccountState.tombstone(account))
                            .accounts())
                    .isEmpty();
        }
    }

    private static Duration readBack(Duration age) {
        Account account = new Account("7moor", "2000103");
        StateContents read = ChangelogFixture.contents(state(account, age).record());
        assertThat(read.problem()).isNull();
        return read.accounts().get(account).slots().get(0).endedAgo();
    }

    private static AccountState state(Account account, Duration age) {
        return new AccountState(account, Budget.parse("20/PT1M"), List.of(new SpentSlots(age)));
    }

    private static AccountState inMilliseconds(AccountState state) {
        return new AccountState(
                state.account(),
                state.budget(),
                state.slots().stream().map(RoundTripTest::inMilliseconds).toList());
    }

    /** Rounds by another way than the code: as a whole number of nanoseconds. */
    private static SpentSlots inMilliseconds(SpentSlots slots) {
        BigInteger nanos = BigInteger.valueOf(slots.endedAgo().toNanos());
        BigInteger[] parts = nanos.divideAndRemainder(BigInteger.valueOf(1_000_000));
        long millis = parts[0].longValueExact() - (parts[1].signum() < 0 ? 1 : 0);
        return new SpentSlots(slots.count(), Duration.ofMillis(millis));
    }

    @Provide
    Arbitrary<AccountState> accountStates() {
        return ChangelogFixture.accountStates();
    }

    @Provide
    Arbitrary<DoneChunk> chunks() {
        return ChangelogFixture.chunks();
    }

    @Provide
    Arbitrary<PartitionIdentity> identities() {
        return ChangelogFixture.identities();
    }

    @Provide
    Arbitrary<OffsetMarker> markers() {
        return ChangelogFixture.markers();
    }
}
