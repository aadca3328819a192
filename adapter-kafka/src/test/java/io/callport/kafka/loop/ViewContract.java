package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.KafkaLoop;
import io.callport.kafka.state.AccountSnapshot;
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

/** What others see and hear of the loop. */
interface ViewContract {
    /** The broker's {@code bootstrap.servers}. */
    String bootstrap();

    private Bench bench() {
        return new Bench(bootstrap());
    }

    @Test
    default void whoeverLooksSeesWhatItWorksOn() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.budgets.put(Account.parse(Bench.B), Budget.parse("20/PT1M"));
            bench.vendor.slow = new CountDownLatch(1);
            KafkaLoop loop = bench.startReady();
            Instant began = Instant.now();
            for (int i = 0; i < 10; i++) {
                bench.send(Bench.B, Bench.lookup("slow" + i));
            }
            Bench.until(
                    "four are asked and six wait", () -> account(loop).lane().waiting() == 6);

            LoopSnapshot seen = loop.look();
            AccountSnapshot account = account(loop);
            assertThat(account.here()).isTrue();
            assertThat(account.home()).startsWith(bench.commands(Bench.B) + "-");
            assertThat(account.lane().requestsInFlight()).isEqualTo(4);
            assertThat(account.lane().slotsUsed()).isEqualTo(4);
            assertThat(account.budgetFree()).isEqualTo(16);
            assertThat(account.lane().oldestWait())
                    .isPositive()
                    .isLessThanOrEqualTo(Duration.between(began, Instant.now()));
            assertThat(account.lastRefusal()).isNull();
            assertThat(seen.accounts())
                    .extracting(it -> it.account().toString())
                    .containsExactly(Bench.A, Bench.B);
            assertThat(seen.partitions()).hasSize(2 * Bench.PARTITIONS).allMatch(it -> it.phase() == Phase.WORKING);
            PartitionSnapshot home = home(seen, account);
            assertThat(home.lag()).isEqualTo(10);
            assertThat(home.outstanding()).isEqualTo(10);
            assertThat(home.doneBeyond()).isZero();
            assertThat(home.checkpoint().limit()).isEqualTo(4_096);
            assertThat(home.checkpoint().total()).isPositive();
            bench.vendor.slow.countDown();
        }
    }

    @Test
    default void whatIsDoneOutOfOrderIsSeenBeyondTheLowWaterMark() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.vendor.slow = new CountDownLatch(1);
            KafkaLoop loop = bench.startReady();
            bench.send(Bench.B, Bench.lookup("slow"));
            bench.send(Bench.B, Bench.lookup("quick"));
            bench.send(Bench.B, "{\"query\":\"no.such\",\"account\":\"" + Bench.B + "\"}");
            Bench.until("two are done", () -> home(loop.look(), account(loop)).doneBeyond() == 2);

            assertThat(home(loop.look(), account(loop)).lag()).isGreaterThanOrEqualTo(3);
            assertThat(home(loop.look(), account(loop)).outstanding()).isOne();
            AccountSnapshot.Refusal refusal = account(loop).lastRefusal();
            assertThat(refusal).isNotNull();
            assertThat(refusal.reason()).isEqualTo(Reason.UNSUPPORTED_QUERY);
            bench.vendor.slow.countDown();
        }
    }

    @Test
    default void anAccountIsHereOnOneInstanceOnly() {
        try (Bench bench = bench().withTopics(Map.of())) {
            KafkaLoop first = bench.startReady();
            KafkaLoop second = bench.startReady();
            List<KafkaLoop> both = List.of(first, second);
            Bench.until(
                    "each account is somewhere",
                    () -> both.stream().flatMap(ViewContract::here).count() == 2
                            && both.stream()
                                            .mapToInt(loop ->
                                                    loop.look().partitions().size())
                                            .sum()
                                    == 2 * Bench.PARTITIONS);
            assertThat(both.stream().flatMap(ViewContract::here)).doesNotHaveDuplicates();
        }
    }

    @Test
    default void aListenerHearsOfClientsRebalancesTurnsAndRequests() {
        try (Bench bench = bench().withTopics(Map.of())) {
            Heard heard = new Heard();
            bench.listener = heard;
            KafkaLoop loop = bench.startReady();
            Bench.until("it was assigned", () -> heard.count("assigned " + 2 * Bench.PARTITIONS) == 1);
            bench.send(Bench.B, Bench.lookup("one"));
            bench.read(bench.results(Bench.B), 1);
            assertThat(heard.words())
                    .startsWith("opened producer", "opened consumer")
                    .contains("call-info.lookup of " + Bench.B + " attempt 1 null");
            assertThat(heard.turns).isPositive();
            assertThat(loop.sinceTurn()).isLessThan(Duration.ofSeconds(30));

            bench.cluster.fence();
            bench.send(Bench.B, Bench.lookup("broken"));
            bench.read(bench.results(Bench.B), 2);
            assertThat(heard.words())
                    .containsSubsequence("recreated", "opened producer", "opened consumer")
                    .contains("closed consumer", "closed producer")
                    .contains("call-info.lookup of " + Bench.B + " attempt 1 MALFORMED_ANSWER");
            loop.close();
            assertThat(heard.count("closed consumer")).isEqualTo(heard.count("opened consumer"));
            assertThat(heard.count("closed producer")).isEqualTo(heard.count("opened producer"));
        }
    }

    private static AccountSnapshot account(KafkaLoop loop) {
        return loop.look().accounts().stream()
                .filter(it -> it.account().toString().equals(Bench.B))
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
        return loop.look().accounts().stream().filter(AccountSnapshot::here).map(AccountSnapshot::account);
    }
}
