package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.contract.TrafficCheck.Allowed;
import io.callport.kafka.KafkaLoop;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.state.PartitionSnapshot.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Recreated topics, lost state and first starts, on the broker of the implementing test. */
interface StateContract {
    Account CALLBOT_ACCOUNT = Account.parse(LoopFixture.CALLBOT);

    /** The broker's address, {@code bootstrap.servers}. */
    String bootstrap();

    private LoopFixture fixture() {
        return new LoopFixture(bootstrap());
    }

    /** Deletes a topic, and recreates it with as many partitions. */
    private static String reason(LoopFixture fixture, int result) {
        return LoopFixture.json(fixture.read(fixture.results(LoopFixture.CALLBOT), result + 1)
                        .get(result))
                .at("/reason")
                .asText("answered");
    }

    @Test
    default void aCommandTopicThatIsRecreatedWhileItRunsIsReadFromItsStartAndForgetsNoBudget() {
        for (String protocol : List.of("classic", "consumer")) {
            try (LoopFixture fixture = fixture().withTopics(Map.of())) {
                fixture.clientProperties.put("group.protocol", protocol);
                fixture.clientProperties.put("metadata.max.age.ms", "500");
                fixture.create = null; // else the service could be the first to make the topic again
                fixture.allowed.add(Allowed.REPEATED_RESULTS);
                fixture.budgets.put(CALLBOT_ACCOUNT, Budget.parse("4/PT10M"));
                KafkaLoop loop = fixture.startReady();
                for (int i = 0; i < 3; i++) {
                    fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("before" + i));
                }
                fixture.read(fixture.results(LoopFixture.CALLBOT), 3);

                fixture.cluster.makeAgain(fixture.commands(LoopFixture.CALLBOT), Map.of());
                for (int i = 0; i < 5; i++) {
                    fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("after" + i));
                }
                List<String> reasons = fixture.readAtLeast(fixture.results(LoopFixture.CALLBOT), 8).stream()
                        .skip(3)
                        .map(result -> LoopFixture.json(result).at("/reason").asText("answered"))
                        .toList();
                assertThat(reasons).as(protocol).containsOnlyOnce("answered");
                assertThat(fixture.vendor.requests.get()).isEqualTo(4);
                assertThat(loop.health().warnings())
                        .singleElement()
                        .asString()
                        .contains(fixture.commands(LoopFixture.CALLBOT), "was deleted and made again");
            }
        }
    }

    @Test
    default void topicsForWhatIsPublishedThatAreRecreatedAreWrittenToAndNamed() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.clientProperties.put("metadata.max.age.ms", "500");
            fixture.create = null; // else the service could be the first to make the topic again
            KafkaLoop loop = fixture.startReady();
            String results = fixture.results(LoopFixture.CALLBOT);
            String deadLetters = fixture.deadLetters();
            fixture.cluster.makeAgain(results, Map.of());
            fixture.cluster.makeAgain(deadLetters, Map.of());
            String command = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("after"));
            fixture.send(LoopFixture.CALLBOT, "no command");
            assertThat(fixture.resultIds(LoopFixture.CALLBOT, 1)).containsExactly(command);
            fixture.read(deadLetters, 1);
            for (String topic : List.of(results, deadLetters)) {
                LoopFixture.until(
                        topic + " is named",
                        () -> loop.health().warnings().stream()
                                .anyMatch(it -> it.startsWith("Topic " + topic + " was deleted and made again")));
            }
            LoopFixture.until("it is ready", () -> loop.health().ready());
        }
    }

    @Test
    default void aCommandTopicThatIsRecreatedWhileItIsStoppedForgetsNoBudget() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.allowed.add(Allowed.REPEATED_RESULTS);
            fixture.budgets.put(CALLBOT_ACCOUNT, Budget.parse("1/PT10M"));
            KafkaLoop first = fixture.startReady();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("before"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            first.close();

            fixture.cluster.makeAgain(fixture.commands(LoopFixture.CALLBOT), Map.of());
            fixture.startReady();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("after"));
            assertThat(reason(fixture, 1)).isEqualTo("over-budget");
        }
    }

    @Test
    default void aStateTopicThatIsRecreatedWhileItRunsStopsItsPartitionsAndOthersGoOn() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.create = null; // else the service could be the first to make the topic again
            KafkaLoop loop = fixture.startReady();
            LoopFixture.until(
                    "all partitions are begun",
                    () -> loop.snapshot().partitions().stream()
                                    .filter(partition -> partition.phase() == Phase.WORKING)
                                    .count()
                            == 2L * LoopFixture.PARTITIONS);
            String state = fixture.settings().topics().ofVendor("callbot").state();
            fixture.cluster.makeAgain(state, Map.of("cleanup.policy", "compact"));
            LoopFixture.until(
                    "it says what to do",
                    () -> loop.health().reasons().stream()
                            .anyMatch(reason -> reason.contains(state) && reason.contains("reset the offsets")));
            String other = fixture.send(LoopFixture.MOOR, LoopFixture.groups());
            assertThat(fixture.resultIds(LoopFixture.MOOR, 1))
                    .as("others go on")
                    .containsExactly(other);
        }
    }

    @Test
    default void stateThatWasLostWhileItWasStoppedIsAcceptedByAResetAndCountsAsSpent() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.budgets.put(CALLBOT_ACCOUNT, Budget.parse("5/PT10M"));
            KafkaLoop first = fixture.startReady();
            String one = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("one"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            first.close();
            String state = fixture.settings().topics().ofVendor("callbot").state();
            fixture.cluster.makeAgain(state, Map.of("cleanup.policy", "compact"));

            KafkaLoop second = fixture.start();
            LoopFixture.until(
                    "it says that the state is lost",
                    () -> second.health().reasons().stream()
                            .anyMatch(reason -> reason.contains(state) && reason.contains("is lost")));
            second.close();
            fixture.cluster
                    .committed()
                    .forEach((partition, offset) -> fixture.cluster.commit(partition, offset.offset(), ""));

            fixture.startReady();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("two"));
            assertThat(reason(fixture, 1)).as(one).isEqualTo("over-budget");
        }
    }

    @Test
    default void aFirstStartOfSeveralInstancesHasSpentNothing() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            List<Account> accounts = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                accounts.add(new Account("callbot", "first" + i));
                fixture.budgets.put(accounts.get(i), Budget.parse("1/PT10M"));
            }
            for (Account account : accounts) {
                fixture.send(
                        account.toString(), LoopFixture.lookup("x").replace(LoopFixture.CALLBOT, account.toString()));
            }
            fixture.start();
            fixture.start();
            fixture.start();
            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), 12))
                    .allSatisfy(result -> assertThat(
                                    LoopFixture.json(result).at("/reason").asText("answered"))
                            .isEqualTo("answered"));
        }
    }

    @Test
    default void aFirstTransactionOfAnotherInstanceThatWasAbortedHasSpentNothing() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            String state = fixture.settings().topics().ofVendor("callbot").state();
            try (Producer<byte[], byte[]> other = fixture.transactionalPublisher()) {
                other.initTransactions();
                other.beginTransaction();
                LoopFixture.position(
                        other.send(new ProducerRecord<>(state, 0, LoopFixture.bytes("partition"), new byte[1])));
                other.abortTransaction();
            }
            List<Account> accounts = IntStream.range(0, LoopFixture.PARTITIONS)
                    .mapToObj(StateContract::accountAt)
                    .toList();
            accounts.forEach(account -> fixture.budgets.put(account, Budget.parse("1/PT10M")));
            fixture.startReady();
            for (Account account : accounts) {
                fixture.send(account.toString(), LoopFixture.lookup(account.toString(), "x"));
            }
            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), accounts.size()))
                    .allSatisfy(result -> assertThat(
                                    LoopFixture.json(result).at("/reason").asText("answered"))
                            .isEqualTo("answered"));
        }
    }

    private static Account accountAt(int partition) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> new Account("callbot", "first" + i))
                .filter(account -> AccountHomes.partitionOf(account, LoopFixture.PARTITIONS) == partition)
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void slotsThatAreFreeAgainLeaveNoRecord() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.budgets.put(CALLBOT_ACCOUNT, Budget.parse("4/PT1S"));
            fixture.startReady();
            String one = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("one"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            TopicPartition home = LoopFixture.partition(one);
            LoopFixture.until(
                    "the record is removed",
                    () -> fixture.state(home).accounts().isEmpty());
            assertThat(fixture.state(home).identity()).isNotNull();
        }
    }
}
