package io.callport.kafka.changelog;

import static io.callport.kafka.changelog.ChangelogFixture.bits;
import static io.callport.kafka.changelog.ChangelogFixture.slots;
import static io.callport.kafka.changelog.ChangelogFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last record of each key counts; a record that this release cannot read is reported with the remedy. */
class StateContentsTest {
    private static final Account ACCOUNT = new Account("7moor", "2000103");
    private static final AccountState STATE =
            new AccountState(ACCOUNT, Budget.parse("20/PT1M"), List.of(slots(1, "PT3S")));
    private static final PartitionIdentity IDENTITY =
            new PartitionIdentity("callport", "7sUyBQtWSQKdxVAKcYQcAw", 12, 6);

    @Test
    void nothingIsKnownOfAPartitionWithoutRecords() {
        StateContents contents = new StateContents();

        assertThat(contents.accounts()).isEmpty();
        assertThat(contents.chunks()).isEmpty();
        assertThat(contents.identity()).isNull();
        assertThat(contents.problem()).isNull();
        assertThat(contents.lastOffset()).isEqualTo(-1);
        assertThat(contents.records()).isZero();
        assertThat(contents.bytes()).isZero();
    }

    @Test
    void theLastRecordOfAKeyCounts() {
        AccountState later = new AccountState(ACCOUNT, Budget.parse("20/PT1M"), List.of(slots(2, "PT1S")));
        PartitionIdentity grown = new PartitionIdentity("callport", "7sUyBQtWSQKdxVAKcYQcAw", 24, 6);

        StateContents contents = ChangelogFixture.contents(
                STATE.record(),
                new DoneChunk(3, bits(1)).record(),
                IDENTITY.record(),
                later.record(),
                new DoneChunk(3, bits(1, 2)).record(),
                grown.record());

        assertThat(contents.accounts()).isEqualTo(Map.of(ACCOUNT, later));
        assertThat(contents.chunks()).isEqualTo(Map.of(3L, bits(1, 2)));
        assertThat(contents.identity()).isEqualTo(grown);
        assertThat(contents.problem()).isNull();
    }

    @Test
    void aTombstoneRemovesWhatItsKeyHadAndNothingElse() {
        Account other = new Account("7moor", "2000104");
        AccountState kept = new AccountState(other, Budget.parse("20/PT1M"), List.of(slots(2, "PT1S")));

        StateContents contents = ChangelogFixture.contents(
                STATE.record(),
                kept.record(),
                new DoneChunk(3, bits(1)).record(),
                new DoneChunk(4, bits(5)).record(),
                IDENTITY.record(),
                AccountState.tombstone(ACCOUNT),
                DoneChunk.tombstone(3),
                AccountState.tombstone(new Account("7moor", "never-written")),
                DoneChunk.tombstone(77));

        assertThat(contents.accounts()).isEqualTo(Map.of(other, kept));
        assertThat(contents.chunks()).isEqualTo(Map.of(4L, bits(5)));
        assertThat(contents.identity()).isEqualTo(IDENTITY);
        assertThat(contents.problem()).isNull();
    }

    @Test
    void aRecordAfterATombstoneCounts() {
        StateContents contents =
                ChangelogFixture.contents(STATE.record(), AccountState.tombstone(ACCOUNT), STATE.record());

        assertThat(contents.accounts()).containsOnlyKeys(ACCOUNT);
    }

    @Test
    void aTombstoneOfThePartitionRemovesItsIdentity() {
        StateContents contents = ChangelogFixture.contents(
                IDENTITY.record(), new StateRecord("partition".getBytes(StandardCharsets.US_ASCII), null));

        assertThat(contents.identity()).isNull();
        assertThat(contents.problem()).isNull();
    }

    @Test
    void recordsBytesAndTheLastOffsetAreCountedThoughOffsetsHaveGaps() {
        StateContents contents = new StateContents();
        contents.add(5, "partition".getBytes(StandardCharsets.US_ASCII), value(IDENTITY.record()));
        contents.add(90, "done/3".getBytes(StandardCharsets.US_ASCII), null);
        contents.add(1_000, null, new byte[3]);

        assertThat(contents.records()).isEqualTo(3);
        assertThat(contents.bytes()).isEqualTo(9 + value(IDENTITY.record()).length + 6 + 3);
        assertThat(contents.lastOffset()).isEqualTo(1_000);
    }

    @Test
    void chunksComeInTheOrderOfTheirOffsets() {
        StateContents contents = ChangelogFixture.contents(
                new DoneChunk(10, bits(1)).record(),
                new DoneChunk(9, bits(1)).record(),
                new DoneChunk(100, bits(1)).record());

        assertThat(contents.chunks().keySet()).containsExactly(9L, 10L, 100L);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 127, 128, 255})
    void aHigherVersionIsNewerWhateverFollows(int version) {
        for (int length : new int[] {1, 2, 50}) {
            byte[] value = new byte[length];
            value[0] = (byte) version;

            assertThat(ChangelogFixture.contents(key("done/3"), value).problem())
                    .isEqualTo("The state record at offset 17 with key done/3 has version " + version
                            + ", which a newer release has written; start that release here");
        }
    }

    @Test
    void aVersionBeforeTheFirstIsDamageThoughItsChecksumIsRight() {
        byte[] key = key("done/3");
        CRC32C checksum = new CRC32C();
        checksum.update(key);
        checksum.update(0);
        byte[] value = ByteBuffer.allocate(5)
                .put((byte) 0)
                .putInt((int) checksum.getValue())
                .array();

        assertThat(ChangelogFixture.contents(key, value).problem()).contains(" is damaged (");
    }

    @Test
    void damageSaysWhatIsWrongAndWhatToDo() {
        assertThat(ChangelogFixture.contents(key("account/7moor:2000103"), new byte[] {1, 2, 3, 4, 5, 6})
                        .problem())
                .isEqualTo(
                        "The state record at offset 17 with key account/7moor:2000103 is damaged (its checksum is not"
                                + " right); stop every instance, delete the state topic, reset the group's offsets with"
                                + " kafka-consumer-groups, and expect results of commands behind them twice and every account"
                                + " to count as spent for one window");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "Partition",
                "partition ",
                "partition/1",
                "Key",
                "key/0",
                "account",
                "account/",
                "account/7moor",
                "account/7moor:",
                "account/7MOOR:1",
                "account/7moor:a&b",
                "account/7moor:a b",
                "accounts/7moor:1",
                "done",
                "done/",
                "done/x",
                "done/01",
                "done/+1",
                "done/-1",
                "done/ 1",
                "done/1125899906842624",
                "done/9999999999999999",
                "done/99999999999999999999"
            })
    void anUnknownKeyIsAProblemWithAndWithoutAValue(String key) {
        String problem = "The state record at offset 17 with key " + key + " has a key that this release does not know;"
                + " if a newer release has written it, start that release here; if another program has, keep it away from"
                + " this topic, write a record with the same key and no value, and wait until Kafka has compacted the"
                + " topic";

        assertThat(ChangelogFixture.contents(key(key), new byte[] {1, 2}).problem())
                .isEqualTo(problem);
        assertThat(ChangelogFixture.contents(key(key), null).problem()).isEqualTo(problem);
    }

    @Test
    void aKeyThatCannotBeShownIsNot() {
        assertThat(ChangelogFixture.contents(null, null).problem())
                .startsWith("The state record at offset 17 with no key has a key that");
        assertThat(ChangelogFixture.contents(new byte[0], null).problem())
                .startsWith("The state record at offset 17 with a key of 0 bytes has");
        assertThat(ChangelogFixture.contents(key("line\nbreak"), null).problem())
                .startsWith("The state record at offset 17 with a key of 10 bytes has");
        assertThat(ChangelogFixture.contents(new byte[] {'d', 'o', -1}, null).problem())
                .startsWith("The state record at offset 17 with a key of 3 bytes has");
        assertThat(ChangelogFixture.contents(key("k".repeat(201)), null).problem())
                .startsWith("The state record at offset 17 with a key of 201 bytes has");
    }

    @Test
    void theFirstProblemStaysWhateverIsReadAfterIt() {
        StateContents contents = ChangelogFixture.contents(
                new StateRecord(STATE.record().key(), new byte[] {9}),
                new StateRecord(key("x"), null),
                STATE.record(),
                AccountState.tombstone(ACCOUNT));

        assertThat(contents.problem())
                .startsWith("The state record at offset 0 with key account/7moor:2000103 has version 9");
    }

    /** Another writer than ours could make a right checksum over a wrong content. */
    @Test
    void aContentThatIsOutOfBoundsIsDamageThoughItsChecksumIsRight() {
        assertDamaged("account/7moor:1", account(0, 60_000_000_000L, 1), "its budget is out of bounds");
        assertDamaged("account/7moor:1", account(1_000_001, 60_000_000_000L, 1), "its budget is out of bounds");
        assertDamaged(
                "account/7moor:1", account(Integer.MAX_VALUE + 1L, 60_000_000_000L, 1), "its budget is out of bounds");
        assertDamaged("account/7moor:1", account(Integer.MAX_VALUE, 60_000_000_000L, 1), "its budget is unlimited");
        assertDamaged("account/7moor:1", account(20, 999_999, 1), "its budget is out of bounds");
        assertDamaged("account/7moor:1", account(20, 86_400_000_000_001L, 1), "its budget is out of bounds");
        assertDamaged("account/7moor:1", account(20, 60_000_000_000L, 0), "a number is not between 1 and 2147483647");
        assertDamaged("account/7moor:1", account(20, 60_000_000_000L, 1).put(0), "there is more than there should be");
        assertDamaged(
                "account/7moor:1",
                new ByteSink()
                        .putNumber(20)
                        .putNumber(60_000_000_000L)
                        .putNumber(0)
                        .put(0),
                "a number is not between 1 and 2");
        assertDamaged(
                "account/7moor:1",
                new ByteSink()
                        .putNumber(20)
                        .putNumber(60_000_000_000L)
                        .putNumber(1)
                        .putNumber(1)
                        .putSignedNumber(-36_500L * 86_400_000 - 1),
                "a slot is older or younger than 100 years");
        assertDamaged("done/0", new ByteSink().putBytes(new byte[1_025]), "it has more bits than a chunk has offsets");
        assertDamaged(
                "partition",
                new ByteSink().putText("g").putText("t").putNumber(0).putNumber(1),
                "a number is not between 1 and 2147483647");
        assertDamaged(
                "partition",
                new ByteSink()
                        .putText("g")
                        .putText("t")
                        .putNumber(1)
                        .putNumber(1)
                        .put(0),
                "there is more than there should be");
        assertDamaged("partition", new ByteSink().put(2).put(0xc3).put(0x28), "a text is not UTF-8");
        assertDamaged("partition", new ByteSink().put(2).put('g'), "it ends too early");
        assertDamaged("key", new ByteSink().putBytes(new byte[31]), "it ends too early");
        assertDamaged("key", new ByteSink().putBytes(new byte[33]), "there is more than there should be");
        assertDamaged("partition", new ByteSink().put(3).put('g'), "a number is not between 0 and 2");
        assertDamaged(
                "partition",
                new ByteSink().putBytes(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1}),
                "a number has no end");
    }

    private static ByteSink account(long requests, long window, int slots) {
        return new ByteSink()
                .putNumber(requests)
                .putNumber(window)
                .putNumber(1)
                .putNumber(slots)
                .putSignedNumber(0);
    }

    private static void assertDamaged(String key, ByteSink content, String why) {
        assertThat(ChangelogFixture.contents(StateRecord.of(key, content)).problem())
                .startsWith("The state record at offset 0 with key " + key + " is damaged (" + why + "); stop every");
    }

    private static byte[] key(String key) {
        return key.getBytes(StandardCharsets.ISO_8859_1);
    }
}
