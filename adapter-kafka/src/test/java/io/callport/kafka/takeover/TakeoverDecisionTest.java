package io.callport.kafka.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.changelog.DoneChunk;
import io.callport.kafka.changelog.OffsetMarker;
import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.changelog.PartitionIdentity;
import io.callport.kafka.changelog.StateContents;
import io.callport.kafka.changelog.StateRecord;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.partition.PartitionState.FirstRecords;
import io.callport.kafka.takeover.TakeoverFacts.TopicFacts;
import io.callport.switchboard.SpentSlots;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The decision that follows from the records and offsets of the last owner. */
class TakeoverDecisionTest {
    private static final TopicPartition PARTITION = new TopicPartition("commands", 1);
    private static final TopicPartition STATE = new TopicPartition("state", 1);
    private static final OriginKey KEY = OriginKey.of(new byte[OriginKey.BYTES]);
    private static final int PARTITIONS = 4;
    private static final Budget BUDGET = Budget.parse("3/PT1H");
    private static final Account HERE = accountAt(1, PARTITIONS);
    private static final SpentSlots SPENT = new SpentSlots(2, Duration.ofMinutes(7));
    private static final List<SpentSlots> ALL_SPENT = List.of(new SpentSlots(3, Duration.ZERO));

    private final StateContents contents = new StateContents();
    private long written;
    private Optional<OffsetAndMetadata> committed = Optional.empty();
    private String topicId = "id";
    private String stateTopicId = "state-id";
    private List<StateContents> others = List.of();

    private static Account accountAt(int home, int partitions) {
        return IntStream.range(0, 1_000)
                .mapToObj(i -> new Account("acme", "a" + i))
                .filter(account -> AccountHomes.partitionOf(account, partitions) == home)
                .findFirst()
                .orElseThrow();
    }

    private void write(StateRecord record) {
        contents.add(written++, record.key(), record.value());
    }

    private static PartitionIdentity identity(int partitions) {
        return new PartitionIdentity("group", "id", partitions, 2);
    }

    private static OffsetMarker marker(long stateOffset) {
        return new OffsetMarker("id", "state-id", 2, stateOffset);
    }

    /** The state of a partition that an owner has worked on, with its offset. */
    private void workedOn() {
        BitSet done = new BitSet();
        done.set(12);
        done.set(20);
        write(new AccountState(HERE, BUDGET, List.of(SPENT)).record());
        write(new DoneChunk(0, done).record());
        write(identity(PARTITIONS).record());
        committed = Optional.of(new OffsetAndMetadata(11, marker(1).text()));
    }

    private TakeoverFacts facts() {
        TopicFacts topics = new TopicFacts(topicId, PARTITIONS, stateTopicId, written, Map.of());
        return new TakeoverFacts(PARTITION, STATE, "group", committed, topics, contents, others);
    }

    /** The same facts of partition 0, with none of its accounts. */
    private FirstRecords firstRecordsOfPartition0() {
        TakeoverFacts facts = facts();
        TakeoverFacts of0 = new TakeoverFacts(
                new TopicPartition("commands", 0),
                new TopicPartition("state", 0),
                facts.groupId(),
                facts.committed(),
                facts.topics(),
                facts.contents(),
                facts.others());
        List<FirstRecords> found = new ArrayList<>();
        TakeoverDecision.decide(of0, () -> KEY)
                .match(ready -> found.add(ready.state().firstRecords()), blocked -> {
                    throw new AssertionError(blocked.what());
                });
        return found.get(0);
    }

    private TakeoverResult.Ready ready() {
        List<TakeoverResult.Ready> found = new ArrayList<>();
        TakeoverDecision.decide(facts(), () -> KEY).match(found::add, blocked -> {
            throw new AssertionError(blocked.what());
        });
        return found.get(0);
    }

    private String blocked() {
        List<String> found = new ArrayList<>();
        TakeoverDecision.decide(facts(), () -> KEY)
                .match(
                        ready -> {
                            throw new AssertionError("began at " + ready.from());
                        },
                        blocked -> found.add(blocked.what()));
        return found.get(0);
    }

    private static List<SpentSlots> slots(TakeoverResult.Ready ready) {
        return ready.inherited().of(HERE, BUDGET);
    }

    /** The keys of the records that the first transaction removes. */
    private static List<String> removed(TakeoverResult.Ready ready) {
        FirstRecords first = ready.state().firstRecords();
        return first == null
                ? List.of()
                : first.tombstones().stream().map(StateRecord::toString).toList();
    }

    @Test
    void whatTheLastOwnerLeftIsTakenOver() {
        workedOn();
        TakeoverResult.Ready ready = ready();
        assertThat(ready.from().offset()).isEqualTo(11);
        assertThat(ready.progress().done().stream()).containsExactly(1, 9);
        assertThat(slots(ready)).containsExactly(SPENT);
        assertThat(ready.state().firstRecords())
                .as("the topic says it all already")
                .isNull();
        assertThat(ready.state().marker()).isEqualTo(marker(2).text());
    }

    @Test
    void theOwnerOfPartition0MakesTheKeyWhereThereIsNone() {
        FirstRecords first = firstRecordsOfPartition0();
        assertThat(first.newKey()).isEqualTo(KEY);
        assertThat(ready().state().firstRecords().newKey())
                .as("on another partition")
                .isNull();
    }

    @Test
    void aTopicOfBeforeTheKeyGetsOneAndForgetsNothing() {
        write(identity(PARTITIONS).record());
        committed = Optional.of(new OffsetAndMetadata(11, marker(0).text()));
        FirstRecords first = firstRecordsOfPartition0();
        assertThat(first.newKey()).isEqualTo(KEY);
        assertThat(first.tombstones()).isEmpty();
        assertThat(ready().from().offset()).isEqualTo(11);
    }

    @Test
    void aKeyIsMadeOnce() {
        OriginKey before = OriginKey.of("another key, of 32 bytes exactly".getBytes(StandardCharsets.US_ASCII));
        write(before.record());
        write(identity(PARTITIONS).record());
        committed = Optional.of(new OffsetAndMetadata(11, marker(1).text()));
        assertThat(firstRecordsOfPartition0()).as("nothing is left to write").isNull();
        assertThat(contents.originKey()).isEqualTo(before);
    }

    @Test
    void aNewGroupBeginsAtTheStartAndHasSpentNothing() {
        TakeoverResult.Ready ready = ready();
        assertThat(ready.from().offset()).isZero();
        assertThat(slots(ready)).isEmpty();
        assertThat(ready.state().firstRecords())
                .isEqualTo(new FirstRecords(
                        List.of(), null, new PartitionIdentity("group", "id", PARTITIONS, PARTITIONS), true));
        assertThat(ready.progress().hasChanges())
                .as("its offset is to be committed")
                .isTrue();
    }

    @Test
    void theOthersOfAFirstStartSpendNothingOfThisOne() {
        others = List.of(begunWith("group", PARTITIONS), new StateContents());
        assertThat(slots(ready())).isEmpty();
    }

    @Test
    void aPartitionThatWasAddedCountsAsSpent() {
        others = List.of(begunWith("group", 2), new StateContents());
        TakeoverResult.Ready ready = ready();
        assertThat(slots(ready)).isEqualTo(ALL_SPENT);
        FirstRecords first = ready.state().firstRecords();
        assertThat(first).isNotNull();
        assertThat(first.identity().firstPartitions()).isEqualTo(2);
    }

    @Test
    void aPartitionWithoutStateCountsAsSpentWhereNobodyKnowsWhyOthersHaveSome() {
        StateContents withoutIdentity = new StateContents();
        StateRecord account = new AccountState(HERE, BUDGET, List.of(SPENT)).record();
        withoutIdentity.add(0, account.key(), account.value());
        StateContents unreadable = begunWith("group", PARTITIONS);
        unreadable.add(1, "x".getBytes(StandardCharsets.US_ASCII), new byte[0]);
        for (List<StateContents> unknown : List.of(
                List.of(withoutIdentity),
                List.of(unreadable),
                List.of(begunWith("another", PARTITIONS)),
                List.of(begunWith("group", PARTITIONS), begunWith("group", 2)),
                List.of(begunWith("group", PARTITIONS), withoutIdentity))) {
            others = unknown;
            assertThat(slots(ready())).isEqualTo(ALL_SPENT);
        }
    }

    @Test
    void aFirstTransactionThatWasAbortedHasSpentNothing() {
        for (long end : List.of(0L, 4L)) {
            written = end; // what an aborted transaction wrote is not read, but counts for the end
            others = List.of(new StateContents(), new StateContents());
            assertThat(slots(ready())).as("written here: " + end).isEmpty();
            assertThat(ready().state().firstRecords())
                    .isEqualTo(new FirstRecords(
                            List.of(), null, new PartitionIdentity("group", "id", PARTITIONS, PARTITIONS), true));
        }
    }

    private static StateContents begunWith(String group, int partitions) {
        StateContents begun = new StateContents();
        StateRecord identity = new PartitionIdentity(group, "id", PARTITIONS, partitions).record();
        begun.add(7, identity.key(), identity.value());
        return begun;
    }

    @Test
    void aTopicThatWasRecreatedIsReadFromItsStartAndForgetsNoBudget() {
        workedOn();
        topicId = "another";
        TakeoverResult.Ready ready = ready();
        assertThat(ready.from().offset()).isZero();
        assertThat(ready.progress().done().isEmpty()).isTrue();
        assertThat(removed(ready)).containsExactly("done/0 (tombstone)");
        assertThat(slots(ready)).containsExactly(SPENT);
        assertThat(ready.state().topicId()).isEqualTo("another");
    }

    @Test
    void anOffsetThatWasResetKeepsTheBudgetAndNothingOfWhatIsDone() {
        for (String metadata : List.of("", "of another tool")) {
            workedOn();
            committed = Optional.of(new OffsetAndMetadata(5, metadata));
            TakeoverResult.Ready ready = ready();
            assertThat(ready.from().offset()).isEqualTo(5);
            assertThat(ready.progress().done().isEmpty()).isTrue();
            assertThat(removed(ready)).containsExactly("done/0 (tombstone)");
            assertThat(slots(ready)).containsExactly(SPENT);
            assertThat(ready.state().firstRecords()).isNotNull();
        }
    }

    @Test
    void anOffsetThatIsGoneKeepsTheBudget() {
        workedOn();
        committed = Optional.empty();
        assertThat(ready().from().offset()).isZero();
        assertThat(slots(ready())).containsExactly(SPENT);
        assertThat(removed(ready())).containsExactly("done/0 (tombstone)");
    }

    @Test
    void aStateTopicThatWasRecreatedIsLost() {
        workedOn();
        stateTopicId = "another";
        assertThat(blocked()).contains("commands-1", "topic state is lost", "made again", "reset the offset");
    }

    @Test
    void aStateTopicThatLostItsEndIsLost() {
        workedOn();
        committed = Optional.of(new OffsetAndMetadata(11, marker(3).text()));
        assertThat(blocked()).contains("is lost", "ends at offset 3", "record at offset 3");
    }

    @Test
    void aMarkerWithoutAPartitionRecordIsLost() {
        write(new AccountState(HERE, BUDGET, List.of(SPENT)).record());
        committed = Optional.of(new OffsetAndMetadata(11, marker(0).text()));
        assertThat(blocked()).contains("is lost", "no record named partition");
    }

    @Test
    void whatIsLostIsAcceptedByAResetAndCountsAsSpent() {
        committed = Optional.of(new OffsetAndMetadata(11));
        assertThat(slots(ready())).isEqualTo(ALL_SPENT);
    }

    @Test
    void theStateOfAnotherGroupIsNotOurs() {
        write(new PartitionIdentity("another", "id", PARTITIONS, PARTITIONS).record());
        assertThat(blocked()).contains("state of group another", "this group is group");
        committed = Optional.of(new OffsetAndMetadata(11, marker(0).text()));
        assertThat(blocked()).contains("state of group another");

        committed = Optional.of(new OffsetAndMetadata(11));
        assertThat(slots(ready())).as("an operator has reset the offset").isEqualTo(ALL_SPENT);
    }

    @Test
    void accountsWhoseHomeMovedHereCountAsSpentAndThoseThatMovedAwayAreRemoved() {
        Account stays = IntStream.range(0, 1_000)
                .mapToObj(i -> new Account("acme", "s" + i))
                .filter(account -> AccountHomes.partitionOf(account, 3) == 1)
                .filter(account -> AccountHomes.partitionOf(account, PARTITIONS) == 1)
                .findFirst()
                .orElseThrow();
        Account moved = IntStream.range(0, 1_000)
                .mapToObj(i -> new Account("acme", "m" + i))
                .filter(account -> AccountHomes.partitionOf(account, 3) != 1)
                .filter(account -> AccountHomes.partitionOf(account, PARTITIONS) == 1)
                .findFirst()
                .orElseThrow();
        Account gone = accountAt(2, PARTITIONS);
        write(new AccountState(stays, BUDGET, List.of(SPENT)).record());
        write(new AccountState(gone, BUDGET, List.of(SPENT)).record());
        write(identity(3).record());
        committed = Optional.of(new OffsetAndMetadata(11, marker(0).text()));
        TakeoverResult.Ready ready = ready();
        assertThat(ready.inherited().of(stays, BUDGET)).containsExactly(SPENT);
        assertThat(ready.inherited().of(moved, BUDGET)).isEqualTo(ALL_SPENT);
        assertThat(ready.inherited().countsAsSpent(moved)).isTrue();
        assertThat(removed(ready)).containsExactly("account/" + gone + " (tombstone)");
        FirstRecords first = ready.state().firstRecords();
        assertThat(first).isNotNull();
        assertThat(first.identity()).isEqualTo(identity(PARTITIONS));
        assertThat(ready.progress().lowWater()).as("what is done stays done").isEqualTo(11);
    }

    @Test
    void anAccountThatWasElsewhereBetweenTwoGrowthsCountsAsSpent() {
        Account away = IntStream.range(0, 1_000)
                .mapToObj(i -> new Account("acme", "w" + i))
                .filter(account -> AccountHomes.partitionOf(account, 2) == 1)
                .filter(account -> AccountHomes.partitionOf(account, 3) != 1)
                .filter(account -> AccountHomes.partitionOf(account, PARTITIONS) == 1)
                .findFirst()
                .orElseThrow();
        write(identity(2).record());
        committed = Optional.of(new OffsetAndMetadata(11, marker(0).text()));
        assertThat(ready().inherited().of(away, BUDGET)).isEqualTo(ALL_SPENT);
    }

    @Test
    void recordsWithoutAnIdentityAreAPartOfWhatWasThere() {
        write(new AccountState(HERE, BUDGET, List.of(SPENT)).record());
        assertThat(slots(ready())).isEqualTo(ALL_SPENT);
    }

    @Test
    void aChangedBudgetCountsAsSpentAsLongAgoAsTheYoungestSlot() {
        workedOn();
        assertThat(ready().inherited().of(HERE, Budget.parse("9/PT1H")))
                .containsExactly(new SpentSlots(9, Duration.ofMinutes(7)));
    }

    @Test
    void metadataThatCannotBeReadIsNeverIgnored() {
        for (String ours : List.of("callport1.AAAA.00000000", "callport2.x", "callport9.x", "callport3.x", "callp")) {
            committed = Optional.of(new OffsetAndMetadata(11, ours));
            assertThat(blocked()).as(ours).contains("commands-1");
        }
        committed = Optional.of(new OffsetAndMetadata(11, "callport1.AAAA.00000000"));
        assertThat(blocked()).contains("version 1", "another group.id");
        committed = Optional.of(new OffsetAndMetadata(11, "callport9.x"));
        assertThat(blocked()).contains("version 9", "newer release");
    }

    @Test
    void aStateRecordThatCannotBeReadIsNeverIgnored() {
        workedOn();
        contents.add(written++, "account/acme:1".getBytes(java.nio.charset.StandardCharsets.US_ASCII), new byte[] {9});
        assertThat(blocked()).contains("commands-1", "account/acme:1", "offset 3");
    }
}
