package io.callport.tools.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.admin.StateView;
import io.callport.kafka.admin.StateView.AccountRecord;
import io.callport.kafka.admin.StateView.CommittedOffset;
import io.callport.kafka.admin.StateView.Contents;
import io.callport.kafka.admin.StateView.Home;
import io.callport.kafka.admin.StateView.Identity;
import io.callport.kafka.admin.StateView.Marker;
import io.callport.kafka.admin.StateView.Metadata;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateTableTest {
    private static final Budget BUDGET = Budget.parse("20/PT1M");
    private static final Instant NOW = Instant.parse("2026-11-28T21:02:35Z");
    private static final Home HOME = new Home("callport", "commands", "T", 6, "state", "S", 3);
    private static final Contents WRITTEN = new Contents(new Identity("callport", "T", 6, 6), 2, 1, 18, true);
    private static final CommittedOffset OURS =
            new CommittedOffset(1_234, Metadata.MARKER, "", new Marker("T", "S", 6, 17));
    private static final AccountRecord RECORD = new AccountRecord(
            BUDGET,
            NOW.minusSeconds(4),
            List.of(
                    new SpentSlots(1, Duration.ofMillis(-11_001)),
                    new SpentSlots(2, Duration.ofMillis(4_100)),
                    new SpentSlots(1, Duration.ofMillis(4_900)),
                    new SpentSlots(3, Duration.ofMillis(60_059)),
                    new SpentSlots(5, Duration.ofMillis(60_060)),
                    new SpentSlots(1, Duration.ofMinutes(2))),
            NOW.plusMillis(71_061),
            Duration.ofMillis(75_061));

    private static StateReport report(
            @Nullable Budget configured,
            @Nullable CommittedOffset offset,
            Contents contents,
            @Nullable AccountRecord kept,
            @Nullable String problem) {
        return new StateReport(
                new StateView(Account.parse("7moor:2000103"), NOW, HOME, offset, contents, kept, problem), configured);
    }

    @Test
    void showsThePartitionAndTheSlotsAsOfNow() {
        assertThat(StateTable.lines(report(BUDGET, OURS, WRITTEN, RECORD, null)))
                .containsExactly(
                        "account   7moor:2000103, budget 20/PT1M",
                        "home      commands-3, one of 6 partitions; topic id T",
                        "state     state-3; topic id S",
                        "identity  group callport, topic id T, 6 partitions, 6 at first",
                        "offset    1234, committed by group callport",
                        "marker    topic id T, state topic id S, 6 at first, state record 17",
                        "keeps     2 accounts and 1 chunk of offsets, in records below offset 18, and the key of tags",
                        "record    budget 20/PT1M, written 2026-11-28T21:02:31Z, 4s ago",
                        "slots     1: in flight, or may still arrive, for up to 12s",
                        "slots     3: ended 4s ago or earlier",
                        "slots     3: ended 1m ago or earlier",
                        "slots     6: free by now",
                        "all free  at 2026-11-28T21:03:46Z, in 1m12s; if the partition is taken over now, in 1m16s");
    }

    @Test
    void saysWhatIsNotThere() {
        Contents nothing = new Contents(null, 0, 0, 0, false);
        assertThat(StateTable.lines(report(BUDGET, null, nothing, null, null)))
                .contains(
                        "identity  none: no record says to which group and topic the state belongs",
                        "offset    none: group callport has committed none",
                        "marker    none",
                        "keeps     0 accounts and 0 chunks of offsets, in records below offset 0",
                        "record    none: nothing was written here yet");
        assertThat(StateTable.lines(report(BUDGET, OURS, WRITTEN, null, null)))
                .contains("record    none: no slot of the account is spent");
    }

    @Test
    void saysWhatOtherMetadataAre() {
        assertThat(marker(Metadata.FOREIGN, "there is no metadata"))
                .isEqualTo("marker    foreign: there is no metadata; a tool has set this offset");
        assertThat(marker(Metadata.OLD, "version 2"))
                .isEqualTo("marker    old: version 2, of a release without a state topic");
        assertThat(marker(Metadata.NEWER, "version 4"))
                .isEqualTo("marker    newer: version 4, of a later release than this");
        assertThat(marker(Metadata.DAMAGED, "a number is too large"))
                .isEqualTo("marker    damaged: a number is too large");
    }

    private static String marker(Metadata metadata, String detail) {
        CommittedOffset offset = new CommittedOffset(1, metadata, detail, null);
        return StateTable.lines(report(BUDGET, offset, WRITTEN, null, null)).get(5);
    }

    @Test
    void notesWhatDiffersFromTheConfiguration() {
        assertThat(report(BUDGET, OURS, WRITTEN, RECORD, null).notes()).isEmpty();
        assertThat(notes(Budget.parse("10/PT1M")))
                .isEqualTo(
                        "The record is of budget 20/PT1M, but 10/PT1M is configured: a new owner counts all 10 slots as"
                                + " spent, each as young as the youngest of the record.");
        assertThat(notes(Budget.UNLIMITED)).endsWith("but no budget is configured: a new owner counts no slots.");
        assertThat(notes(null)).startsWith("The account is not configured here");
        Contents grown = new Contents(new Identity("callport", "T", 3, 3), 2, 1, 18, true);
        assertThat(report(BUDGET, OURS, grown, RECORD, null).notes())
                .singleElement()
                .asString()
                .startsWith("The state was written for 3 partitions, but commands has 6: ");
    }

    private static String notes(@Nullable Budget configured) {
        StateReport report = report(configured, OURS, WRITTEN, RECORD, null);
        assertThat(StateTable.lines(report))
                .anyMatch(line -> line.equals("note      " + report.notes().get(0)));
        assertThat(StateJson.line(report))
                .contains("\"notes\":[\"" + report.notes().get(0) + "\"]");
        return report.notes().get(0);
    }

    @Test
    void onlyAnAccountThatNobodyKnowsIsUnknown() {
        assertThat(report(null, OURS, WRITTEN, null, null).isOfUnknownAccount()).isTrue();
        assertThat(report(null, OURS, WRITTEN, RECORD, null).isOfUnknownAccount())
                .isFalse();
        assertThat(report(BUDGET, OURS, WRITTEN, null, null).isOfUnknownAccount())
                .isFalse();
    }

    @Test
    void noRecordReachesTheTerminalUnchanged() {
        Contents nasty = new Contents(new Identity("other\u001b[2J", "T\u202e", 6, 6), 0, 0, 1, false);
        assertThat(StateTable.lines(report(BUDGET, OURS, nasty, null, "of group other\u001b[2J")))
                .contains(
                        "identity  group other\\u001b[2J, topic id T\\u202e, 6 partitions, 6 at first",
                        "problem   of group other\\u001b[2J.");
        assertThat(StateJson.line(report(BUDGET, OURS, nasty, null, "of group other\u001b[2J")))
                .doesNotContain("\u001b", "\u202e");
    }

    @Test
    void aProgramReadsTheSame() {
        assertThat(StateJson.line(report(BUDGET, OURS, WRITTEN, RECORD, "lost")))
                .isEqualTo("{\"account\":\"7moor:2000103\",\"at\":\"2026-11-28T21:02:35Z\",\"budget\":\"20/PT1M\","
                        + "\"home\":{\"group\":\"callport\",\"topic\":\"commands\",\"topicId\":\"T\",\"partitions\":6,"
                        + "\"stateTopic\":\"state\",\"stateTopicId\":\"S\",\"partition\":3},"
                        + "\"identity\":{\"group\":\"callport\",\"topicId\":\"T\",\"partitions\":6,\"firstPartitions\":6},"
                        + "\"offset\":{\"offset\":1234,\"metadata\":\"marker\",\"detail\":\"\",\"marker\":{\"topicId\":\"T\","
                        + "\"stateTopicId\":\"S\",\"firstPartitions\":6,\"stateOffset\":17}},"
                        + "\"accounts\":2,\"chunks\":1,\"endOffset\":18,\"key\":true,"
                        + "\"record\":{\"budget\":\"20/PT1M\",\"writtenAt\":\"2026-11-28T21:02:31Z\",\"slots\":["
                        + "{\"count\":1,\"endedAgo\":\"PT-11.001S\"},{\"count\":2,\"endedAgo\":\"PT4.1S\"},"
                        + "{\"count\":1,\"endedAgo\":\"PT4.9S\"},{\"count\":3,\"endedAgo\":\"PT1M0.059S\"},"
                        + "{\"count\":5,\"endedAgo\":\"PT1M0.06S\"},{\"count\":1,\"endedAgo\":\"PT2M\"}],"
                        + "\"lastSlotFreeAt\":\"2026-11-28T21:03:46.061Z\",\"freeAfterTakeover\":\"PT1M15.061S\"},"
                        + "\"problem\":\"lost\",\"notes\":[]}");
        assertThat(StateJson.line(report(BUDGET, null, new Contents(null, 0, 0, 0, false), null, null)))
                .contains("\"identity\":null,\"offset\":null", "\"record\":null,\"problem\":null");
    }
}
