package io.callport.system.crash.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.changelog.AccountState;
import io.callport.switchboard.SpentSlots;
import io.callport.system.crash.evidence.AccountRecord;
import io.callport.system.crash.evidence.PublishedCommands;
import io.callport.system.crash.evidence.Result;
import io.callport.system.crash.evidence.VendorRequest;
import io.callport.system.crash.process.FreezePeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each check finds nothing where its promise holds, and names each violation. */
class ChecksTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final String ACCOUNT = "7moor:2000000";
    private static final Budget BUDGET = Budget.parse("2/PT4S");

    /** The age of a slot whose request may still arrive within nine seconds. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(-9);

    @Test
    void oneResultPerCommandIsKept() {
        assertThat(ResultsCheck.check(commands("c/0/1", "c/0/2"), Set.of("n1"), results("c/0/1", "c/0/2"))
                        .evidence())
                .isEmpty();
    }

    @Test
    void missingSuperfluousAndLostAreNamed() {
        CheckResult verdict = ResultsCheck.check(commands("c/0/1", "c/0/2"), Set.of("n9"), results("c/0/2", "c/0/3"));

        assertThat(verdict.evidence())
                .hasSize(3)
                .anyMatch(line -> line.contains("no result of c/0/1"))
                .anyMatch(line -> line.contains("a result of c/0/3, where no command"))
                .anyMatch(line -> line.contains("command n9 was acknowledged"));
    }

    @Test
    void severalResultsAreNamedWithTheirPlaces() {
        CheckResult verdict = ResultsCheck.check(
                commands("c/0/1"),
                Set.of(),
                Map.of("c/0/1", List.of(result("c/0/1", "r/0/7"), result("c/0/1", "r/0/9"))));

        assertThat(verdict.evidence()).singleElement().asString().contains("several results", "r/0/7", "r/0/9");
    }

    @Test
    void aWindowIsHalfOpen() {
        assertThat(budget(at(0), at(1_000), at(4_000)).evidence()).isEmpty();
        assertThat(budget(at(0), at(1_000), at(3_999)).evidence())
                .singleElement()
                .asString()
                .contains(ACCOUNT, "3 requests in PT4S");
    }

    @Test
    void aRequestNeedsASlotForItselfAndForEachBeforeItInTheWindow() {
        assertThat(announced(List.of(), commit(900, 1), at(1_000)).evidence()).isEmpty();
        assertThat(announced(List.of(), commit(900, 1), at(1_000), at(1_100)).evidence())
                .singleElement()
                .asString()
                .contains("2 slots needed, 1 in the record");
        assertThat(announced(List.of(), commit(900, 1), at(1_000), at(5_000)).evidence())
                .isEmpty();
    }

    @Test
    void aSlotThatIsFreeAgainAnnouncesNothing() {
        assertThat(announced(List.of(), ended(900, 3_000), at(1_900)).evidence())
                .isEmpty();
        assertThat(announced(List.of(), ended(900, 3_000), at(1_910)).evidence())
                .hasSize(1);
        assertThat(announced(List.of(), commit(900, 1), at(13_900)).evidence()).isEmpty();
        assertThat(announced(List.of(), commit(900, 1), at(13_910)).evidence()).hasSize(1);
    }

    @Test
    void aRecordOfLaterAnnouncesNothing() {
        assertThat(announced(List.of(), commit(1_001, 1), at(1_000)).evidence()).hasSize(1);
    }

    @Test
    void aRecordAnnouncesFromItsCommitAndAgesFromItsWriting() {
        SpentSlots old = new SpentSlots(1, Duration.ofSeconds(3));

        assertThat(announced(List.of(), record(1_001, 500, state(old)), at(1_000))
                        .evidence())
                .hasSize(1);
        assertThat(announced(List.of(), record(1_001, 500, state(old)), at(1_500))
                        .evidence())
                .isEmpty();
        assertThat(announced(List.of(), record(1_001, 500, state(old)), at(1_510))
                        .evidence())
                .hasSize(1);
    }

    @Test
    void onlyTheLatestRecordCounts() {
        List<AccountRecord> records = List.of(commit(900, 2), commit(950, 0), commit(2_000, 1));

        assertThat(check(List.of(), records, at(920), at(940)).verdict().evidence())
                .isEmpty();
        assertThat(check(List.of(), records, at(960)).verdict().evidence())
                .singleElement()
                .asString()
                .contains("no slots");
        assertThat(check(List.of(), records, at(920), at(2_001)).verdict().evidence())
                .singleElement()
                .asString()
                .contains("2 slots needed, 1 in the record");
    }

    @Test
    void onlyARequestRightAfterAStopAndAnnouncedBeforeItIsExcused() {
        List<FreezePeriod> freezePeriods =
                List.of(new FreezePeriod(0, START.plusMillis(1_000), START.plusMillis(9_000)));
        List<AccountRecord> before = List.of(commit(900, 1), commit(8_000, 0));

        assertThat(check(freezePeriods, before, at(9_001)).excused()).hasSize(1);
        assertThat(check(freezePeriods, before, at(9_001), at(9_002)).verdict().evidence())
                .hasSize(1);
        assertThat(check(freezePeriods, before, at(12_000)).verdict().evidence())
                .hasSize(1);
        assertThat(check(freezePeriods, List.of(commit(8_000, 0)), at(9_001))
                        .verdict()
                        .evidence())
                .hasSize(1);
        List<FreezePeriod> other = List.of(new FreezePeriod(1, START.plusMillis(1_000), START.plusMillis(9_000)));
        assertThat(check(other, before, at(9_001)).verdict().evidence()).hasSize(1);
    }

    @Test
    void aPrintedSecretAndAWrongEndAreNamedWithoutTheSecret(@TempDir Path folder) throws IOException {
        Path output = Files.writeString(folder.resolve("instance-0.log"), "fine\nit is hush-hush\n");

        CheckResult verdict = ProcessCheck.check(List.of(output), List.of("hush-hush"), List.of("instance 1 ended"));

        assertThat(verdict.evidence()).containsExactly("instance 1 ended", "instance-0.log, line 2, has a secret");
    }

    @Test
    void anAccountThatIsNotAnsweredAfterwardsIsNamed() {
        assertThat(RecoveryCheck.check(Map.of(ACCOUNT, "expired"), Duration.ZERO, List.of())
                        .evidence())
                .containsExactly("a fresh command of 7moor:2000000: expired");
    }

    private static CheckResult budget(VendorRequest... arrivals) {
        return BudgetCheck.check(Map.of(ACCOUNT, List.of(arrivals)), BUDGET);
    }

    private static CheckResult announced(
            List<FreezePeriod> freezePeriods, AccountRecord record, VendorRequest... arrivals) {
        return check(freezePeriods, List.of(record), arrivals).verdict();
    }

    private static AnnouncementCheck check(
            List<FreezePeriod> freezePeriods, List<AccountRecord> records, VendorRequest... arrivals) {
        AnnouncementCheck check = new AnnouncementCheck(BUDGET, freezePeriods);
        check.check(ACCOUNT, List.of(arrivals), records);
        return check;
    }

    private static AccountRecord commit(long millis, int slots) {
        return slots == 0 ? record(millis, millis, null) : commit(millis, new SpentSlots(slots, IN_FLIGHT));
    }

    private static AccountRecord ended(long millis, long millisAgo) {
        return commit(millis, new SpentSlots(1, Duration.ofMillis(millisAgo)));
    }

    private static AccountRecord commit(long millis, SpentSlots... spent) {
        return record(millis, millis, state(spent));
    }

    private static AccountState state(SpentSlots... spent) {
        return new AccountState(Account.parse(ACCOUNT), BUDGET, List.of(spent));
    }

    private static AccountRecord record(long committed, long written, @Nullable AccountState state) {
        return new AccountRecord(START.plusMillis(committed), START.plusMillis(written), 1, state);
    }

    private static VendorRequest at(long millis) {
        return new VendorRequest(ACCOUNT, START.plusMillis(millis), 0, "accepted");
    }

    private static PublishedCommands commands(String... ids) {
        Map<String, String> byId = new TreeMap<>();
        for (String id : ids) {
            byId.put(id, "n" + (byId.size() + 1));
        }
        return new PublishedCommands(byId);
    }

    private static Map<String, List<Result>> results(String... ids) {
        Map<String, List<Result>> results = new TreeMap<>();
        for (String id : ids) {
            results.put(id, List.of(result(id, "r/0/1")));
        }
        return results;
    }

    private static Result result(String id, String place) {
        return new Result(id, "answered", place, START);
    }
}
