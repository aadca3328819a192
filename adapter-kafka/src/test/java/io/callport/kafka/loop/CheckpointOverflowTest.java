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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** What is done out of order must fit into the metadata of an offset, on brokers that take little of it. */
class CheckpointOverflowTest {
    private static final int COMMANDS = 4_000;
    private static final Account SLOW = Account.parse(LoopFixture.B);
    private static final Account QUICK = neighbourOf(LoopFixture.B);

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
    void commandsThatHoldBackTooMuchAreRefusedAndNobodyElseWaits() {
        try (EmbeddedKafka broker = EmbeddedKafka.start(0, Map.of("offset.metadata.max.bytes", "400"));
                LoopFixture fixture = new LoopFixture(broker.bootstrapServers()).withTopics(Map.of())) {
            RecordingListener listener = new RecordingListener();
            assertThat(overflow(fixture, listener))
                    .as("as many were refused as was told")
                    .isEqualTo(listener.shed.get());
        }
    }

    @Test
    void aBrokerThatTakesLessThanItSaysIsLearntFrom() {
        Map<String, String> settings = Map.of(
                "offset.metadata.max.bytes", "400",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found", "true");
        try (EmbeddedKafka broker = EmbeddedKafka.start(0, settings);
                LoopFixture fixture = new LoopFixture(broker.bootstrapServers())) {
            ClusterAdmin.await(fixture.cluster
                    .admin
                    .createAcls(List.of(
                            cluster(AclOperation.ALL, AclPermissionType.ALLOW),
                            cluster(AclOperation.DESCRIBE_CONFIGS, AclPermissionType.DENY)))
                    .all());
            fixture.withTopics(Map.of());
            overflow(fixture, new RecordingListener());
        }
    }

    private static AclBinding cluster(AclOperation operation, AclPermissionType permission) {
        return new AclBinding(
                new ResourcePattern(ResourceType.CLUSTER, "kafka-cluster", PatternType.LITERAL),
                new AccessControlEntry("User:ANONYMOUS", "*", operation, permission));
    }

    /** How many were refused. */
    private static long overflow(LoopFixture fixture, RecordingListener listener) {
        fixture.listener = listener;
        fixture.budgets.put(QUICK, Budget.UNLIMITED);
        fixture.limits = new Limits(COMMANDS, 2 * COMMANDS, 4, 64, 10);
        fixture.vendor.slow = new CountDownLatch(1);
        Map<Account, Set<String>> sent = send(fixture);
        fixture.startReady();

        List<ConsumerRecord<byte[], byte[]>> early = fixture.readAtLeast(
                fixture.results(LoopFixture.B), sent.get(QUICK).size() + 1);
        assertThat(fixture.cluster.committed().values())
                .allSatisfy(
                        committed -> assertThat(committed.metadata().length()).isLessThanOrEqualTo(400));
        fixture.vendor.slow.countDown();

        List<ConsumerRecord<byte[], byte[]>> results = fixture.read(fixture.results(LoopFixture.B), COMMANDS);
        Map<String, String> outcomes = new TreeMap<>();
        results.forEach(result -> outcomes.put(
                LoopFixture.headers(result).get("ce_id"),
                LoopFixture.json(result).at("/reason").asText("answered")));
        assertThat(outcomes).as("exactly one result each").hasSize(COMMANDS);
        assertThat(sent.get(QUICK))
                .as("who is quick is answered")
                .allSatisfy(id -> assertThat(outcomes.get(id)).isIn("", "answered"));
        assertThat(sent.get(SLOW)).anySatisfy(id -> assertThat(outcomes.get(id)).isEqualTo("overloaded"));
        assertThat(early).isNotEmpty();
        assertThat(listener.words()).contains("shed of " + fixture.commands(LoopFixture.B));
        return outcomes.values().stream().filter("overloaded"::equals).count();
    }

    /** Commands of both, in a random order. */
    private static Map<Account, Set<String>> send(LoopFixture fixture) {
        Random random = new Random(1);
        List<Boolean> slow =
                random.ints(COMMANDS, 0, 2).mapToObj(bit -> bit == 1).toList();
        List<String> commands = IntStream.range(0, COMMANDS)
                .mapToObj(i -> slow.get(i)
                        ? LoopFixture.lookup("slow" + i)
                        : LoopFixture.lookup("quick" + i).replace(LoopFixture.B, QUICK.toString()))
                .toList();
        List<String> positions = fixture.sendAll(LoopFixture.B, commands);
        Map<Account, Set<String>> sent = Map.of(SLOW, new HashSet<>(), QUICK, new HashSet<>());
        for (int i = 0; i < COMMANDS; i++) {
            sent.get(slow.get(i) ? SLOW : QUICK).add(positions.get(i));
        }
        return sent;
    }
}
