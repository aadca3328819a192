package io.callport.kafka.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.admin.StateView.CommittedOffset;
import io.callport.kafka.admin.StateView.Identity;
import io.callport.kafka.admin.StateView.Marker;
import io.callport.kafka.admin.StateView.Metadata;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.changelog.DoneChunk;
import io.callport.kafka.changelog.StateRecord;
import io.callport.sandbox.broker.EmbeddedKafka;
import io.callport.switchboard.SpentSlots;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The state of an account is read on a real broker, without the service. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class StateInspectionTest {
    private static final Account ACCOUNT = StateInspectionFixture.ACCOUNT;
    private static final Budget BUDGET = Budget.parse("20/PT1M");

    private static EmbeddedKafka broker;

    private StateInspectionFixture state;

    @BeforeAll
    static void start() {
        broker = EmbeddedKafka.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void begin() {
        state = new StateInspectionFixture(broker.bootstrapServers());
    }

    @AfterEach
    void end() {
        state.close();
    }

    private static StateRecord slots(int count, Duration endedAgo) {
        return new AccountState(ACCOUNT, BUDGET, List.of(new SpentSlots(count, endedAgo))).record();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Test
    void showsAnAccountWithItsPartition() {
        state.createTopics();
        Instant writtenAt = now().minusSeconds(10);
        BitSet done = new BitSet();
        done.set(7);
        state.begin();
        state.send(now().minusSeconds(30), slots(20, Duration.ZERO));
        state.send(
                writtenAt,
                new AccountState(
                                ACCOUNT,
                                BUDGET,
                                List.of(
                                        new SpentSlots(2, Duration.ofSeconds(5)),
                                        new SpentSlots(1, Duration.ofSeconds(-15))))
                        .record());
        state.send(
                now(),
                new AccountState(Account.parse("7moor:1"), BUDGET, List.of(new SpentSlots(Duration.ZERO))).record(),
                new DoneChunk(3, done).record(),
                state.identity());
        state.sendOffset(24_576, state.marker(2).text());
        state.commit();
        StateView view = state.inspect();

        assertThat(view.home().commands()).isEqualTo(state.topics.commands());
        assertThat(view.home().partition()).isEqualTo(state.commands.partition());
        assertThat(view.home().partitions()).isEqualTo(3);
        assertThat(view.home().state()).isEqualTo(state.topics.state());
        String topicId = state.id(state.topics.commands());
        String stateTopicId = state.id(state.topics.state());
        assertThat(view.offset())
                .isEqualTo(new CommittedOffset(24_576, Metadata.MARKER, "", new Marker(topicId, stateTopicId, 3, 2)));
        assertThat(view.contents().identity()).isEqualTo(new Identity(state.group, topicId, 3, 3));
        assertThat(view.contents().accounts()).isEqualTo(2);
        assertThat(view.contents().chunks()).isEqualTo(1);
        assertThat(view.problem()).isNull();

        StateView.AccountRecord kept = view.accountRecord();
        Duration since = Duration.between(writtenAt, view.readAt());
        assertThat(kept.writtenAt()).isEqualTo(writtenAt);
        assertThat(kept.budget()).isEqualTo(BUDGET);
        assertThat(since).isBetween(Duration.ofSeconds(10), Duration.ofMinutes(5));
        assertThat(kept.slots())
                .containsExactly(new SpentSlots(1, since.minusSeconds(15)), new SpentSlots(2, since.plusSeconds(5)));
        assertThat(kept.lastSlotFreeAt()).isEqualTo(writtenAt.plusMillis(75_060));
        assertThat(kept.freeAfterTakeover()).isEqualTo(Duration.ofMillis(75_060));
    }

    @Test
    void changesNeitherTheGroupNorTheTopic() {
        state.createTopics();
        state.begin();
        state.send(now(), slots(1, Duration.ZERO), state.identity());
        state.commit();
        state.inspect(); // waits until the end of the transaction is written, too
        long end = state.stateEnd();
        state.inspect();

        assertThat(state.stateEnd()).isEqualTo(end);
        assertThat(state.groups()).doesNotContain(state.group);
    }

    @Test
    void showsATopicThatWasNeverWrittenTo() {
        state.createTopics();
        StateView view = state.inspect();

        assertThat(view.offset()).isNull();
        assertThat(view.contents()).isEqualTo(new StateView.Contents(null, 0, 0, 0, false));
        assertThat(view.accountRecord()).isNull();
        assertThat(view.problem()).isNull();
    }

    @Test
    void recordsOfAnAbortedTransactionAreNotShown() {
        state.createTopics();
        state.begin();
        state.send(now(), slots(1, Duration.ZERO), state.identity());
        state.commit();
        state.begin();
        state.send(now(), AccountState.tombstone(ACCOUNT));
        state.abort();

        assertThat(state.inspect().accountRecord().slots())
                .extracting(SpentSlots::count)
                .containsExactly(1);
    }

    @Test
    void aClockThatIsAheadMakesNoSlotYoungerThanItsRecordSays() {
        state.createTopics();
        state.begin();
        state.send(now().plusSeconds(600), slots(1, Duration.ofSeconds(3)));
        state.commit();
        StateView view = state.inspect();

        assertThat(view.accountRecord().slots()).containsExactly(new SpentSlots(Duration.ofSeconds(3)));
        assertThat(view.accountRecord().lastSlotFreeAt())
                .isEqualTo(view.readAt().plusMillis(57_060));
    }

    @Test
    void saysWhatMetadataAreThatAreNoMarker() {
        state.createTopics();
        state.begin();
        state.send(now(), state.identity());
        state.commit();

        assertThat(metadata("")).isEqualTo("FOREIGN: there is no metadata; null");
        assertThat(metadata("mine")).isEqualTo("FOREIGN: the metadata are of another program; null");
        assertThat(metadata("callport2.abc")).startsWith("OLD: version 2; The offset of partition ");
        assertThat(metadata("callport4.abc"))
                .startsWith("NEWER: version 4; The offset of partition ")
                .endsWith("start that release here");
        String damaged = state.marker(0).text().replaceFirst("\\.3\\.", ".4.");
        assertThat(metadata(damaged)).startsWith("DAMAGED: its checksum is not right; The metadata of partition ");
    }

    private String metadata(String text) {
        state.setOffset(5, text);
        StateView view = state.inspect();
        assertThat(view.offset().offset()).isEqualTo(5);
        assertThat(view.offset().marker()).isNull();
        return view.offset().metadata() + ": " + view.offset().detail() + "; " + view.problem();
    }

    @Test
    void saysThatStateIsLost() {
        state.createTopics();
        state.setOffset(5, state.marker(17).text());

        assertThat(state.inspect().problem())
                .startsWith("The state of partition " + state.commands)
                .contains(" is lost: it ends at offset 0, but had a record at offset 17; ");
    }

    @Test
    void anOpenTransactionIsWaitedFor() {
        state.createTopics();
        state.begin();
        state.send(now(), slots(1, Duration.ZERO), state.identity());
        assertThatThrownBy(() -> state.inspectWithin(Duration.ofSeconds(1)))
                .isInstanceOf(StateInspectionException.class)
                .hasMessageStartingWith("The state of partition " + state.commands
                        + " cannot be read yet: an open transaction holds topic " + state.topics.state() + ",")
                .hasMessageContaining("transaction.timeout.ms")
                .hasMessageContaining("kafka-transactions.sh");

        state.sendOffset(1, state.marker(-1).text());
        assertThatThrownBy(() -> state.inspectWithin(Duration.ofSeconds(1)))
                .isInstanceOf(StateInspectionException.class)
                .hasMessageContaining("an open transaction holds its offset,");

        state.commit();
        StateView view = state.inspect();
        assertThat(view.offset().offset()).isEqualTo(1);
        assertThat(view.accountRecord()).isNotNull();
    }

    @Test
    void anUnreadableRecordIsNeverIgnored() {
        state.createTopics();
        StateRecord whole = slots(1, Duration.ZERO);
        byte[] other = slots(2, Duration.ZERO).value();
        other[2]++;
        state.begin();
        state.send(now(), new StateRecord(whole.key(), other), whole);
        state.commit();

        assertThatThrownBy(state::inspect)
                .isInstanceOf(StateInspectionException.class)
                .hasMessageStartingWith("The state of partition " + state.commands
                        + " cannot be read: The state record at offset 0 with key "
                        + new String(whole.key(), StandardCharsets.US_ASCII) + " is damaged (")
                .hasMessageContaining("delete the state topic");
    }

    @Test
    void topicsThatAreMissingOrTooSmallAreNamed() {
        assertThatThrownBy(state::inspect)
                .isInstanceOf(StateInspectionException.class)
                .hasMessageStartingWith(
                        "Topic " + state.topics.commands() + " does not exist; check topics.7moor.commands");
        state.createCommands();
        assertThatThrownBy(state::inspect)
                .isInstanceOf(StateInspectionException.class)
                .hasMessageStartingWith("Topic " + state.topics.state() + " does not exist; check topics.7moor.state,");
        assertThat(state.commands.partition()).isGreaterThan(0);
        state.createState(state.commands.partition());
        assertThatThrownBy(state::inspect)
                .isInstanceOf(StateInspectionException.class)
                .hasMessageStartingWith("Topic " + state.topics.state() + " has no partition "
                        + state.commands.partition() + "; give it as many partitions as ")
                .hasMessageEndingWith(" has, 3");
    }
}
