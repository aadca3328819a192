package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.KafkaLoop;
import io.callport.kafka.state.AccountSnapshot;
import io.callport.kafka.state.AccountSnapshot.Inherited;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.kafka.state.PartitionSnapshot;
import io.callport.kafka.state.PartitionSnapshot.Phase;
import io.callport.query.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The snapshots, the health and the events of the loop. */
interface SnapshotContract {
    /** The broker's address, {@code bootstrap.servers}. */
    String bootstrap();

    private LoopFixture fixture() {
        return new LoopFixture(bootstrap());
    }

    @Test
    default void theSnapshotShowsThePartitionsAndAccounts() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.budgets.put(Account.parse(LoopFixture.CALLBOT), Budget.parse("20/PT1M"));
            fixture.vendor.slow = new CountDownLatch(1);
            KafkaLoop loop = fixture.startReady();
            Instant began = Instant.now();
            for (int i = 0; i < 10; i++) {
                fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("slow" + i));
            }
            LoopFixture.until(
                    "four are asked and six wait", () -> account(loop).lane().waiting() == 6);

            LoopSnapshot seen = loop.snapshot();
            AccountSnapshot account = account(loop);
            assertThat(account.here()).isTrue();
            assertThat(account.home()).startsWith(fixture.commands(LoopFixture.CALLBOT) + "-");
            assertThat(account.lane().requestsInFlight()).isEqualTo(4);
            assertThat(account.lane().slotsUsed()).isEqualTo(4);
            assertThat(account.budgetFree()).isEqualTo(16);
            assertThat(account.lane().oldestWait())
                    .isPositive()
                    .isLessThanOrEqualTo(Duration.between(began, Instant.now()));
            assertThat(account.lastRefusal()).isNull();
            assertThat(seen.accounts())
                    .extracting(it -> it.account().toString())
                    .containsExactly(LoopFixture.MOOR, LoopFixture.CALLBOT);
            assertThat(seen.partitions())
                    .hasSize(2 * LoopFixture.PARTITIONS)
                    .allMatch(it -> it.phase() == Phase.WORKING);
            PartitionSnapshot home = home(seen, account);
            assertThat(home.lag()).isEqualTo(10);
            assertThat(home.outstanding()).isEqualTo(10);
            assertThat(home.doneBeyond()).isZero();
            assertThat(home.state().chunks()).isZero();
            assertThat(home.state().unread()).isZero();
            fixture.vendor.slow.countDown();
        }
    }

    @Test
    default void whatWasSpentBeforeAStartIsSeenWithItsReasonAndItsOwner() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.budgets.put(Account.parse(LoopFixture.CALLBOT), Budget.parse("20/PT1H"));
            try (KafkaLoop before = fixture.startReady()) {
                fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("before"));
                fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
                LoopFixture.until("it is spent", () -> account(before).lane().slotsUsed() == 1);
                assertThat(account(before).inherited()).isNull();
            }
            KafkaLoop after = fixture.startReady();
            LoopFixture.until("it is inherited", () -> account(after).inherited() != null);
            assertThat(account(after).inherited())
                    .isEqualTo(new Inherited(1, "spent before this instance took it over, as the state topic says"));
            LoopFixture.until(
                    "the owner is seen",
                    () -> String.valueOf(account(after).owner()).contains("(callport-"));
        }
    }

    @Test
    default void whatIsDoneOutOfOrderIsSeenBeyondTheLowWaterMark() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.vendor.slow = new CountDownLatch(1);
            KafkaLoop loop = fixture.startReady();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("slow"));
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("quick"));
            fixture.send(LoopFixture.CALLBOT, "{\"query\":\"no.such\",\"account\":\"" + LoopFixture.CALLBOT + "\"}");
            LoopFixture.until(
                    "two are done", () -> home(loop.snapshot(), account(loop)).doneBeyond() == 2);

            assertThat(home(loop.snapshot(), account(loop)).lag()).isGreaterThanOrEqualTo(3);
            assertThat(home(loop.snapshot(), account(loop)).outstanding()).isOne();
            AccountSnapshot.PublishedRefusal refusal = account(loop).lastRefusal();
            assertThat(refusal).isNotNull();
            assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED_QUERY);
            fixture.vendor.slow.countDown();
        }
    }

    @Test
    default void anAccountIsHereOnOneInstanceOnly() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            KafkaLoop first = fixture.startReady();
            KafkaLoop second = fixture.startReady();
            List<KafkaLoop> both = List.of(first, second);
            LoopFixture.until(
                    "each account is somewhere",
                    () -> both.stream().flatMap(SnapshotContract::here).count() == 2
                            && both.stream()
                                            .mapToInt(loop ->
                                                    loop.snapshot().partitions().size())
                                            .sum()
                                    == 2 * LoopFixture.PARTITIONS);
            assertThat(both.stream().flatMap(SnapshotContract::here)).doesNotHaveDuplicates();
        }
    }

    @Test
    default void aListenerHearsOfClientsRebalancesTurnsAndRequests() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            RecordingListener listener = new RecordingListener();
            fixture.listener = listener;
            KafkaLoop loop = fixture.startReady();
            LoopFixture.until("it was assigned", () -> listener.count("assigned " + 2 * LoopFixture.PARTITIONS) == 1);
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("one"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            assertThat(listener.words())
                    .startsWith("opened producer", "opened consumer")
                    .contains("call-info.lookup of " + LoopFixture.CALLBOT + " attempt 1 null");
            assertThat(listener.turns).isPositive();
            assertThat(loop.sinceTurn()).isLessThan(Duration.ofSeconds(30));

            fixture.cluster.fence();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("broken"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 2);
            assertThat(listener.words())
                    .containsSubsequence("recreated", "opened producer", "opened consumer")
                    .contains("closed consumer", "closed producer")
                    .contains("call-info.lookup of " + LoopFixture.CALLBOT + " attempt 1 MALFORMED_ANSWER");
            loop.close();
            assertThat(listener.count("closed consumer")).isEqualTo(listener.count("opened consumer"));
            assertThat(listener.count("closed producer")).isEqualTo(listener.count("opened producer"));
        }
    }

    private static AccountSnapshot account(KafkaLoop loop) {
        return loop.snapshot().accounts().stream()
                .filter(it -> it.account().toString().equals(LoopFixture.CALLBOT))
                .findFirst()
                .orElseThrow();
    }

    private static PartitionSnapshot home(LoopSnapshot seen, AccountSnapshot account) {
        return seen.partitions().stream()
                .filter(it -> (it.topic() + "-" + it.partition()).equals(account.home()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Account> here(KafkaLoop loop) {
        return loop.snapshot().accounts().stream().filter(AccountSnapshot::here).map(AccountSnapshot::account);
    }
}
