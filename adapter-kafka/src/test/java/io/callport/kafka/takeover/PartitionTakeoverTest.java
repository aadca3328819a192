package io.callport.kafka.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.changelog.OffsetMarker;
import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.changelog.PartitionIdentity;
import io.callport.kafka.changelog.StateRecord;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.ProcessingSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.state.PartitionSnapshot.Phase;
import io.callport.kafka.takeover.TakeoverFacts.TopicFacts;
import io.callport.kafka.topics.TopicInfo;
import io.callport.kafka.topics.TopicView;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A takeover reads the offset, then the topics, then the state up to its high-water mark, while other partitions
 * continue.
 */
class PartitionTakeoverTest {
    private static final TopicPartition HELD = new TopicPartition("commands", 0);
    private static final TopicPartition FREE = new TopicPartition("commands", 1);
    private static final String MARKER = new OffsetMarker("id", "state-id", 2, 0).text();

    private final Group group = new Group();
    private MockConsumer<byte[], byte[]> states = new MockConsumer<>("earliest");
    private final List<TakeoverResult.Ready> begun = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Map<TopicPartition, TopicFacts> topics = new HashMap<>();
    private long now;
    private final StateReader reader = new StateReader(() -> states = new MockConsumer<>("earliest"));
    private final PartitionTakeover takeover = new PartitionTakeover(
            settings(),
            new PartitionTakeover.Clients(group, this::ask, reader),
            homes(),
            LoopListener.NONE,
            begun::add,
            () -> OriginKey.of(new byte[OriginKey.BYTES]),
            () -> now);

    @BeforeEach
    void assign() {
        topics.put(HELD, facts(1));
        topics.put(FREE, facts(1));
        group.assign(List.of(HELD, FREE));
        takeover.assigned(List.of(HELD, FREE));
    }

    private static TopicFacts facts(long stateEnd) {
        return new TopicFacts("id", 2, "state-id", stateEnd, Map.of());
    }

    private CompletableFuture<Map<TopicPartition, TopicFacts>> ask(java.util.Collection<PendingPartition> pending) {
        pending.forEach(each -> asked.add(each.partition + (each.isOffsetRead() ? "" : " too early")));
        return CompletableFuture.completedFuture(Map.copyOf(topics));
    }

    private List<TopicPartition> begunPartitions() {
        return begun.stream().map(ready -> ready.progress().partition()).toList();
    }

    private void turnsUntil(Duration time) {
        now = time.toNanos();
        for (int turn = 0; turn < 6; turn++) {
            takeover.advance();
        }
    }

    /** Lets the state of a partition be read up to its end. */
    private void stateIsRead(int partition, StateRecord... records) {
        TopicPartition state = new TopicPartition("state", partition);
        states.updateBeginningOffsets(Map.of(state, 0L));
        for (int i = 0; i < records.length; i++) {
            states.addRecord(new ConsumerRecord<>("state", partition, i, records[i].key(), records[i].value()));
        }
    }

    private static StateRecord identity() {
        return new PartitionIdentity("group", "id", 2, 2).record();
    }

    @Test
    void oneThatIsHeldForLongIsReportedUntilItIsBegun() {
        turnsUntil(Duration.ofSeconds(1));
        stateIsRead(1, identity());
        turnsUntil(Duration.ofSeconds(10).minusNanos(1));
        assertThat(begunPartitions()).containsExactly(FREE);
        assertThat(takeover.problems()).as("it may be begun soon").isEmpty();

        turnsUntil(Duration.ofSeconds(10));
        assertThat(takeover.problems())
                .singleElement()
                .asString()
                .startsWith("The state of partition commands-0 cannot be read yet: ")
                .contains("transaction.timeout.ms", "kafka-transactions.sh");
        assertThat(takeover.phases()).isEqualTo(Map.of(HELD, Phase.TAKING_OVER));

        group.held = Set.of();
        turnsUntil(Duration.ofSeconds(11));
        stateIsRead(0, identity());
        turnsUntil(Duration.ofSeconds(12));
        assertThat(begunPartitions()).containsExactly(FREE, HELD);
        assertThat(takeover.problems()).isEmpty();
    }

    @Test
    void theTimeBeginsAgainWithAnotherAssignment() {
        turnsUntil(Duration.ofSeconds(9));
        takeover.remove(List.of(HELD, FREE));
        takeover.assigned(List.of(HELD));
        turnsUntil(Duration.ofSeconds(18));
        assertThat(takeover.problems()).isEmpty();

        turnsUntil(Duration.ofSeconds(19));
        assertThat(takeover.problems()).hasSize(1);
        takeover.remove(List.of(HELD));
        assertThat(takeover.problems()).as("it belongs to another instance").isEmpty();
    }

    @Test
    void theTopicsAreAskedForOnlyAfterTheOffsetWasRead() {
        turnsUntil(Duration.ofSeconds(1));
        assertThat(asked).containsExactly("commands-1");
    }

    @Test
    void anOpenTransactionThatHoldsTheReaderBackHoldsThePartition() {
        topics.put(FREE, facts(3)); // a record, a marker, and a record of an open transaction
        turnsUntil(Duration.ofSeconds(1));
        stateIsRead(1, identity());
        turnsUntil(Duration.ofSeconds(2));
        assertThat(begun).isEmpty();
        assertThat(takeover.unread(FREE)).isEqualTo(2);

        Account account = new Account("acme", "1");
        AccountState spent =
                new AccountState(account, Budget.parse("1/PT1M"), List.of(new SpentSlots(Duration.ofSeconds(-65))));
        states.addRecord(new ConsumerRecord<>(
                "state", 1, 2, spent.record().key(), spent.record().value()));
        turnsUntil(Duration.ofSeconds(3));
        assertThat(begunPartitions()).containsExactly(FREE);
    }

    @Test
    void aPartitionWithoutAnOffsetWaitsUntilTheStateOfTheOthersIsReadToo() {
        TopicPartition otherState = new TopicPartition("state", 0);
        group.offset = null;
        topics.put(FREE, new TopicFacts("id", 2, "state-id", 0, Map.of(otherState, 4L)));
        turnsUntil(Duration.ofSeconds(1));
        states.updateBeginningOffsets(Map.of(otherState, 0L));
        turnsUntil(Duration.ofSeconds(2));
        assertThat(begun).isEmpty();

        states.seek(otherState, 4); // past what an aborted transaction wrote
        turnsUntil(Duration.ofSeconds(3));
        Account any = new Account("acme", "any");
        assertThat(begun)
                .singleElement()
                .satisfies(ready ->
                        assertThat(ready.inherited().countsAsSpent(any)).isFalse());
        assertThat(states.closed()).as("nothing is left to read").isTrue();
    }

    @Test
    void whatWasReadForAnAssignmentThatIsGoneIsForgotten() {
        turnsUntil(Duration.ofSeconds(1));
        takeover.remove(List.of(FREE));
        takeover.assigned(List.of(FREE));
        group.offset = new OffsetAndMetadata(9, MARKER);
        turnsUntil(Duration.ofSeconds(2));
        stateIsRead(1, identity());
        turnsUntil(Duration.ofSeconds(3));
        assertThat(begun)
                .singleElement()
                .satisfies(ready -> assertThat(ready.from().offset()).isEqualTo(9));
    }

    @Test
    void aPartitionWithoutAStatePartitionIsReported() {
        topics.remove(FREE);
        turnsUntil(Duration.ofSeconds(11));
        assertThat(takeover.problems())
                .anySatisfy(problem -> assertThat(problem).contains("topic state has no partition 1", "commands"));
    }

    @Test
    void whatBlocksAPartitionIsLookedAtAgain() {
        topics.put(FREE, new TopicFacts("id", 2, "another-id", 1, Map.of()));
        turnsUntil(Duration.ofSeconds(1));
        stateIsRead(1, identity());
        turnsUntil(Duration.ofSeconds(2));
        assertThat(takeover.problems()).singleElement().asString().contains("commands-1", "is lost");
        assertThat(takeover.phases()).containsEntry(FREE, Phase.STOPPED);

        topics.put(FREE, facts(1));
        turnsUntil(Duration.ofSeconds(13));
        stateIsRead(1, identity());
        turnsUntil(Duration.ofSeconds(14));
        assertThat(begunPartitions()).containsExactly(FREE);
    }

    private static KafkaSettings settings() {
        return new KafkaSettings(
                ClientSettings.of("localhost:1", "group"),
                new TopicSettings(
                        Map.of("acme", new VendorTopics("commands", "results", "state", "events")),
                        "dead",
                        CrossVendor.REFUSE,
                        null),
                Map.of(),
                new DeadlineSettings(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new ProcessingSettings(Limits.DEFAULT, RetryPolicy.DEFAULT, Duration.ofSeconds(30), Duration.ZERO),
                SipPasswords.REDACT);
    }

    private static AccountHomes homes() {
        return new AccountHomes(
                settings(), new TopicView(Map.of("commands", new TopicInfo("id", 2, 1_000_000, "delete", false))));
    }

    /** A consumer whose group does not answer for the held partition, nor for others in the same request. */
    private static final class Group extends MockConsumer<byte[], byte[]> {
        private Set<TopicPartition> held = Set.of(HELD);
        private @Nullable OffsetAndMetadata offset = new OffsetAndMetadata(5, MARKER);

        Group() {
            super("none");
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndMetadata> committed(
                Set<TopicPartition> partitions, Duration timeout) {
            if (partitions.stream().anyMatch(held::contains)) {
                throw new TimeoutException();
            }
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            partitions.forEach(partition -> offsets.put(partition, offset));
            return offsets;
        }
    }
}
