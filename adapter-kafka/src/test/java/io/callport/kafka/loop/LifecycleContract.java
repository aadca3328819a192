package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.KafkaLoop;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings;
import io.callport.switchboard.Limits;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** The start, the recovery and the end of the loop, on the broker of the implementing test. */
interface LifecycleContract {
    /** The broker's address, {@code bootstrap.servers}. */
    String bootstrap();

    private LoopFixture fixture() {
        return new LoopFixture(bootstrap());
    }

    @Test
    default void commitsTheLowWaterMarkAndNothingWaitsForASlowRequest() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.vendor.slow = new CountDownLatch(1);
            fixture.startReady();
            String slow = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("slow"));
            String last = null;
            for (int i = 0; i < 20; i++) {
                last = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("quick" + i));
            }
            fixture.read(fixture.results(LoopFixture.CALLBOT), 20);
            assertThat(fixture.cluster.committedOf(slow)).isLessThanOrEqualTo(LoopFixture.offset(slow));

            fixture.vendor.slow.countDown();
            fixture.read(fixture.results(LoopFixture.CALLBOT), 21);
            String end = last;
            LoopFixture.until(
                    "all is committed", () -> fixture.cluster.committedOf(end) == LoopFixture.offset(end) + 1);
        }
    }

    @Test
    default void movesTheLowWaterMarkOverGaps() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.startReady();
            String command = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("first"));
            int partition = Integer.parseInt(command.split("/", -1)[1]);
            try (KafkaProducer<byte[], byte[]> other = new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrap(), "transactional.id", fixture.name + "-other"),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                other.initTransactions();
                for (boolean commit : new boolean[] {false, true}) {
                    other.beginTransaction();
                    java.util.concurrent.Future<?> unused = other.send(new ProducerRecord<>(
                            fixture.commands(LoopFixture.CALLBOT),
                            partition,
                            LoopFixture.bytes(LoopFixture.CALLBOT),
                            LoopFixture.bytes(LoopFixture.lookup("t"))));
                    other.flush();
                    if (commit) {
                        other.commitTransaction();
                    } else {
                        other.abortTransaction();
                    }
                }
            }
            fixture.read(fixture.results(LoopFixture.CALLBOT), 2);
            LoopFixture.until(
                    "the low-water mark is behind the last marker", () -> fixture.cluster.committedOf(command) == 5);
        }
    }

    @Test
    default void leavesWhatWaitsToTheNextInstanceAndPublishesWhatIsInFlight() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.vendor.slow = new CountDownLatch(1);
            KafkaLoop first = fixture.startReady();
            Set<String> positions = new TreeSet<>();
            for (int i = 0; i < 10; i++) { // four are asked at once, the others wait
                positions.add(fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("slow" + i)));
            }
            LoopFixture.until("four requests are in flight", () -> fixture.vendor.requests.get() == 4);
            first.stop();
            LoopFixture.until(
                    "it has seen the stop", () -> first.health().reasons().contains("It is shutting down"));
            fixture.vendor.slow.countDown();
            first.close();
            assertThat(first.ended().toCompletableFuture()).isCompleted();
            fixture.read(fixture.results(LoopFixture.CALLBOT), 4);

            fixture.startReady();
            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), 10).stream()
                            .map(r -> LoopFixture.headers(r).get("ce_id")))
                    .containsExactlyInAnyOrderElementsOf(positions);
        }
    }

    @Test
    default void givesEveryCommandOneResultWhileInstancesComeAndGo() {
        for (String protocol : List.of("classic", "consumer")) {
            try (LoopFixture fixture = fixture().withTopics(Map.of())) {
                fixture.clientProperties.put("group.protocol", protocol);
                KafkaLoop first = fixture.startReady();
                List<String> positions = IntStream.range(0, 300)
                        .mapToObj(i -> {
                            if (i == 100) {
                                fixture.start();
                            }
                            if (i == 200) {
                                first.stop();
                            }
                            return fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("n" + i));
                        })
                        .toList();
                assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), 300).stream()
                                .map(r -> LoopFixture.headers(r).get("ce_id")))
                        .as(protocol)
                        .containsExactlyInAnyOrderElementsOf(positions);
            }
        }
    }

    @Test
    default void makesMissingTopicsAndWaitsForThoseItMayNotMake() {
        try (LoopFixture fixture = fixture()) {
            KafkaSettings settings = fixture.settings();
            TopicSettings topics = settings.topics();
            KafkaLoop loop = fixture.start(new KafkaSettings(
                    settings.clients(),
                    new TopicSettings(topics.vendors(), topics.deadLetters(), topics.crossVendor(), null),
                    settings.accounts(),
                    settings.deadlines(),
                    settings.processing(),
                    settings.sipPasswords()));
            LoopFixture.until(
                    "it names the missing topics",
                    () -> loop.health().reasons().stream()
                            .anyMatch(reason -> reason.contains(fixture.deadLetters()) && reason.contains("create")));
            assertThat(loop.health().live()).isTrue();

            fixture.withTopics(Map.of());
            LoopFixture.until("it goes on", () -> loop.health().ready());
        }
        try (LoopFixture fixture = fixture()) {
            fixture.startReady();
            fixture.send(LoopFixture.MOOR, LoopFixture.groups());
            fixture.read(fixture.results(LoopFixture.MOOR), 1);
        }
    }

    @Test
    default void refusesACompactedCommandTopic() {
        try (LoopFixture fixture = fixture()) {
            assertRefusesCompacted(fixture, fixture.commands(LoopFixture.MOOR));
        }
    }

    /** A compacted topic refuses a record without a key, so that no transaction with one could be committed. */
    @Test
    default void refusesACompactedDeadLetterTopic() {
        try (LoopFixture fixture = fixture()) {
            assertRefusesCompacted(fixture, fixture.deadLetters());
        }
    }

    private static void assertRefusesCompacted(LoopFixture fixture, String topic) {
        fixture.cluster.create(List.of(topic), Map.of("cleanup.policy", "compact"));
        KafkaLoop loop = fixture.start();
        String problem = "topic " + topic + " is compacted";
        LoopFixture.until("it says so", () -> loop.health().reasons().stream().anyMatch(r -> r.contains(problem)));
        assertThat(loop.health().ready()).isFalse();
    }

    @Test
    default void isRecreatedWhenItIsFencedAndLosesNeitherCommandsNorRequests() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.limits = new Limits(
                    10_000, 100_000, 1, 64, 256L << 20); // so that each turn publishes a result and starts a request
            KafkaLoop loop = fixture.startReady();
            Set<String> positions = new TreeSet<>();
            for (int i = 0; i < 200; i++) {
                positions.add(fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("n" + i)));
                if (i == 100) {
                    fixture.cluster.fence();
                }
            }
            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), positions.size()).stream()
                            .map(r -> LoopFixture.headers(r).get("ce_id")))
                    .containsExactlyInAnyOrderElementsOf(positions);
            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), positions.size()))
                    .as("no account stays closed by requests that never ended")
                    .allSatisfy(
                            r -> assertThat(LoopFixture.json(r).at("/status").textValue())
                                    .isEqualTo("answered"));
            assertThat(loop.health().ready()).isTrue();
        }
    }

    @Test
    default void isTheSameMemberOfItsGroupWhenItIsRecreatedAndNoneOnceItIsClosed() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            RecordingListener listener = new RecordingListener();
            fixture.listener = listener;
            KafkaLoop loop = fixture.startReady();
            List<String> before = fixture.cluster.members();
            assertThat(before).singleElement().asString().isNotEmpty();
            fixture.cluster.fence();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("x"));
            LoopFixture.until("its clients are recreated", () -> listener.count("recreated") > 0);
            fixture.resultIds(LoopFixture.CALLBOT, 1);
            assertThat(fixture.cluster.members()).isEqualTo(before);

            loop.close();
            assertThat(fixture.cluster.members()).as("nobody waits for it").isEmpty();
        }
    }

    @Test
    default void endsWhereAnotherInstanceHasItsName() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.clientProperties.put("group.instance.id", "the-only-one");
            fixture.start();
            fixture.start();
            LoopFixture.until(
                    "one of both has ended",
                    () -> fixture.loops.stream().anyMatch(loop -> !loop.health().live()));
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("x"));
            fixture.resultIds(LoopFixture.CALLBOT, 1);
        }
    }

    @Test
    default void tellsOfPartitionsThatTheGroupGaveAwayAndAnswersWhatComesAfter() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            RecordingListener listener = new RecordingListener();
            fixture.listener = listener;
            fixture.startReady();
            String first = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("first"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
            ClusterAdmin.await(fixture.cluster
                    .admin
                    .removeMembersFromConsumerGroup(fixture.name, new RemoveMembersFromConsumerGroupOptions())
                    .all());
            LoopFixture.until("it tells", () -> listener.count("lost " + 2 * LoopFixture.PARTITIONS) == 1);
            assertThat(listener.words()).as("they were others' already").noneMatch(it -> it.startsWith("revoked"));

            String second = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("second"));
            assertThat(fixture.resultIds(LoopFixture.CALLBOT, 2)).containsExactly(first, second);
        }
    }

    @Test
    default void takesTheTimeoutsThatKafkaTakes() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.clientProperties.put("request.timeout.ms", "30000");
            fixture.startReady();
            fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("x"));
            fixture.read(fixture.results(LoopFixture.CALLBOT), 1);
        }
    }

    @Test
    default void endsWithItsReasonWhenKafkaRefusesAProperty() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            fixture.clientProperties.put("transaction.timeout.ms", "1");
            fixture.clientProperties.put("max.block.ms", "-5");
            KafkaLoop loop = fixture.start();
            LoopFixture.until(
                    "it has ended", () -> loop.ended().toCompletableFuture().isCompletedExceptionally());
            assertThat(loop.ended().toCompletableFuture())
                    .failsWithin(java.time.Duration.ZERO)
                    .withThrowableThat()
                    .withMessageContaining("max.block.ms");
            assertThat(loop.health().live()).isFalse();
        }
    }

    @Test
    default void aTopicThatTakesNoResultAtAllIsReportedAndLosesNothing() {
        try (LoopFixture fixture = fixture().withTopics(Map.of())) {
            KafkaLoop loop = fixture.startReady();
            fixture.cluster.limitRecords(fixture.results(LoopFixture.CALLBOT), "90");
            String position = fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("x"));
            LoopFixture.until(
                    "it says which topic",
                    () -> loop.health().reasons().stream()
                            .anyMatch(reason -> reason.contains(fixture.results(LoopFixture.CALLBOT))
                                    && reason.contains("max.message.bytes")));

            fixture.cluster.limitRecords(fixture.results(LoopFixture.CALLBOT), "1000000");
            assertThat(fixture.resultIds(LoopFixture.CALLBOT, 1)).containsExactly(position);
            LoopFixture.until("it is ready", () -> loop.health().ready());
        }
    }
}
