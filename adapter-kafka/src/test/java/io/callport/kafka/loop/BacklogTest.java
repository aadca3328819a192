package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.topics.TopicInfo;
import io.callport.kafka.topics.TopicView;
import io.callport.sandbox.broker.EmbeddedKafka;
import io.callport.switchboard.Limits;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A backlog in which a quick account's commands end long before those of a slow account with the same home. */
class BacklogTest {
    private static final int COMMANDS = 4_000;
    private static final Account SLOW = Account.parse(LoopFixture.CALLBOT);
    private static final Account QUICK = neighbourOf(LoopFixture.CALLBOT);

    /** Another account with the same home. */
    private static Account neighbourOf(String account) {
        TopicView view = new TopicView(Map.of("t", new TopicInfo("id", LoopFixture.PARTITIONS, 1, "delete", false)));
        int home = view.partitionOf("t", LoopFixture.bytes(account));
        return IntStream.range(0, 1_000)
                .mapToObj(i -> "callbot:quick" + i)
                .filter(name -> view.partitionOf("t", LoopFixture.bytes(name)) == home)
                .map(Account::parse)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBacklogThatIsDoneInNoOrderRefusesNobody() {
        try (EmbeddedKafka broker = EmbeddedKafka.start();
                LoopFixture fixture = new LoopFixture(broker.bootstrapServers()).withTopics(Map.of())) {
            fixture.budgets.put(QUICK, Budget.UNLIMITED);
            fixture.limits = new Limits(COMMANDS, 2 * COMMANDS, 4, 64, 256L << 20);
            fixture.vendor.slow = new CountDownLatch(1);
            Map<Account, Set<String>> sent = send(fixture);
            fixture.startReady();
            fixture.read(fixture.results(LoopFixture.CALLBOT), sent.get(QUICK).size());
            fixture.vendor.slow.countDown();

            Map<String, String> outcomes = new TreeMap<>();
            fixture.read(fixture.results(LoopFixture.CALLBOT), COMMANDS)
                    .forEach(result -> outcomes.put(
                            LoopFixture.headers(result).get("ce_id"),
                            LoopFixture.json(result).at("/reason").asText("answered")));
            assertThat(outcomes).as("exactly one result each").hasSize(COMMANDS);
            assertThat(outcomes.values()).containsOnly("answered");
        }
    }

    /** Commands of both, in a random order. */
    private static Map<Account, Set<String>> send(LoopFixture fixture) {
        Random random = new Random(1);
        List<Boolean> slow =
                random.ints(COMMANDS, 0, 2).mapToObj(bit -> bit == 1).toList();
        List<String> commands = IntStream.range(0, COMMANDS)
                .mapToObj(i -> slow.get(i)
                        ? LoopFixture.lookup("slow" + i)
                        : LoopFixture.lookup("quick" + i).replace(LoopFixture.CALLBOT, QUICK.toString()))
                .toList();
        List<String> positions = fixture.sendAll(LoopFixture.CALLBOT, commands);
        Map<Account, Set<String>> sent = Map.of(SLOW, new HashSet<>(), QUICK, new HashSet<>());
        for (int i = 0; i < COMMANDS; i++) {
            sent.get(slow.get(i) ? SLOW : QUICK).add(positions.get(i));
        }
        return sent;
    }
}
