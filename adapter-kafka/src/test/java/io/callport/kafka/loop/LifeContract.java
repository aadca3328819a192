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

/** How the loop starts, goes on and ends, on whichever real broker. */
interface LifeContract {
    /** The broker's {@code bootstrap.servers}. */
    String bootstrap();

    private Bench bench() {
        return new Bench(bootstrap());
    }

    @Test
    default void commitsTheLowWaterMarkAndNothingWaitsForASlowRequest() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.vendor.slow = new CountDownLatch(1);
            bench.startReady();
            String slow = bench.send(Bench.B, Bench.lookup("slow"));
            String last = null;
            for (int i = 0; i < 20; i++) {
                last = bench.send(Bench.B, Bench.lookup("quick" + i));
            }
            bench.read(bench.results(Bench.B), 20);
            assertThat(bench.cluster.committedOf(slow)).isLessThanOrEqualTo(Bench.offset(slow));

            bench.vendor.slow.countDown();
            bench.read(bench.results(Bench.B), 21);
            String end = last;
            Bench.until("all is committed", () -> bench.cluster.committedOf(end) == Bench.offset(end) + 1);
        }
    }

    @Test
    default void movesTheLowWaterMarkOverGaps() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.startReady();
            String command = bench.send(Bench.B, Bench.lookup("first"));
            int partition = Integer.parseInt(command.split("/", -1)[1]);
            try (KafkaProducer<byte[], byte[]> other = new KafkaProducer<>(
                    Map.of("bootstrap.servers", bootstrap(), "transactional.id", bench.name + "-other"),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                other.initTransactions();
                for (boolean commit : new boolean[] {false, true}) {
                    other.beginTransaction();
                    java.util.concurrent.Future<?> unused = other.send(new ProducerRecord<>(
                            bench.commands(Bench.B), partition, Bench.bytes(Bench.B), Bench.bytes(Bench.lookup("t"))));
                    other.flush();
                    if (commit) {
                        other.commitTransaction();
                    } else {
                        other.abortTransaction();
                    }
                }
            }
            bench.read(bench.results(Bench.B), 2);
            Bench.until("the low-water mark is behind the last marker", () -> bench.cluster.committedOf(command) == 5);
        }
    }

    @Test
    default void leavesWhatWaitsToTheNextInstanceAndPublishesWhatIsInFlight() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.vendor.slow = new CountDownLatch(1);
            KafkaLoop first = bench.startReady();
            Set<String> positions = new TreeSet<>();
            for (int i = 0; i < 10; i++) { // four are asked at once, the others wait
                positions.add(bench.send(Bench.B, Bench.lookup("slow" + i)));
            }
            Bench.until("four requests are in flight", () -> bench.vendor.requests.get() == 4);
            first.stop();
            Bench.until("it has seen the stop", () -> first.health().reasons().contains("It is shutting down"));
            bench.vendor.slow.countDown();
            first.close();
            assertThat(first.ended().toCompletableFuture()).isCompleted();
            bench.read(bench.results(Bench.B), 4);

            bench.startReady();
            assertThat(bench.read(bench.results(Bench.B), 10).stream()
                            .map(r -> Bench.headers(r).get("ce_id")))
                    .containsExactlyInAnyOrderElementsOf(positions);
        }
    }

    @Test
    default void givesEveryCommandOneResultWhileInstancesComeAndGo() {
        for (String protocol : List.of("classic", "consumer")) {
            try (Bench bench = bench().withTopics(Map.of())) {
                bench.clientProperties.put("group.protocol", protocol);
                KafkaLoop first = bench.startReady();
                List<String> positions = IntStream.range(0, 300)
                        .mapToObj(i -> {
                            if (i == 100) {
                                bench.start();
                            }
                            if (i == 200) {
                                first.stop();
                            }
                            return bench.send(Bench.B, Bench.lookup("n" + i));
                        })
                        .toList();
                assertThat(bench.read(bench.results(Bench.B), 300).stream()
                                .map(r -> Bench.headers(r).get("ce_id")))
                        .as(protocol)
                        .containsExactlyInAnyOrderElementsOf(positions);
            }
        }
    }

    @Test
    default void makesMissingTopicsAndWaitsForThoseItMayNotMake() {
        try (Bench bench = bench()) {
            KafkaSettings settings = bench.settings();
            TopicSettings topics = settings.topics();
            KafkaLoop loop = bench.start(new KafkaSettings(
                    settings.clients(),
                    new TopicSettings(topics.vendors(), topics.deadLetters(), topics.replies(), null),
                    settings.accounts(),
                    settings.deadlines(),
                    settings.work(),
                    settings.sipPasswords(),
                    settings.checkpointVersion()));
            Bench.until(
                    "it names the missing topics",
                    () -> loop.health().reasons().stream()
                            .anyMatch(reason -> reason.contains(bench.deadLetters()) && reason.contains("create")));
            assertThat(loop.health().live()).isTrue();

            bench.withTopics(Map.of());
            Bench.until("it goes on", () -> loop.health().ready());
        }
        try (Bench bench = bench()) {
            bench.startReady();
            bench.send(Bench.A, Bench.groups());
            bench.read(bench.results(Bench.A), 1);
        }
    }

    @Test
    default void refusesACompactedCommandTopic() {
        try (Bench bench = bench()) {
            assertRefusesCompacted(bench, bench.commands(Bench.A));
        }
    }

    /** It would refuse a record without a key, and no transaction with one could be committed. */
    @Test
    default void refusesACompactedDeadLetterTopic() {
        try (Bench bench = bench()) {
            assertRefusesCompacted(bench, bench.deadLetters());
        }
    }

    private static void assertRefusesCompacted(Bench bench, String topic) {
        bench.cluster.create(List.of(topic), Map.of("cleanup.policy", "compact"));
        KafkaLoop loop = bench.start();
        String problem = "topic " + topic + " is compacted";
        Bench.until("it says so", () -> loop.health().reasons().stream().anyMatch(r -> r.contains(problem)));
        assertThat(loop.health().ready()).isFalse();
    }

    @Test
    default void isMadeAnewWhenItIsFencedAndLosesNeitherCommandsNorRequests() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.limits =
                    new Limits(10_000, 100_000, 1, 64, 10); // so that each turn publishes a result and starts a request
            KafkaLoop loop = bench.startReady();
            Set<String> positions = new TreeSet<>();
            for (int i = 0; i < 200; i++) {
                positions.add(bench.send(Bench.B, Bench.lookup("n" + i)));
                if (i == 100) {
                    bench.cluster.fence();
                }
            }
            assertThat(bench.read(bench.results(Bench.B), positions.size()).stream()
                            .map(r -> Bench.headers(r).get("ce_id")))
                    .containsExactlyInAnyOrderElementsOf(positions);
            assertThat(bench.read(bench.results(Bench.B), positions.size()))
                    .as("no account stays closed by requests that never ended")
                    .allSatisfy(r ->
                            assertThat(Bench.json(r).at("/status").textValue()).isEqualTo("answered"));
            assertThat(loop.health().ready()).isTrue();
        }
    }

    @Test
    default void tellsOfPartitionsThatTheGroupGaveAwayAndAnswersWhatComesAfter() {
        try (Bench bench = bench().withTopics(Map.of())) {
            Heard heard = new Heard();
            bench.listener = heard;
            bench.startReady();
            String first = bench.send(Bench.B, Bench.lookup("first"));
            bench.read(bench.results(Bench.B), 1);
            Cluster.await(bench.cluster
                    .admin
                    .removeMembersFromConsumerGroup(bench.name, new RemoveMembersFromConsumerGroupOptions())
                    .all());
            Bench.until("it tells", () -> heard.count("lost " + 2 * Bench.PARTITIONS) == 1);
            assertThat(heard.words()).as("they were others' already").noneMatch(it -> it.startsWith("revoked"));

            String second = bench.send(Bench.B, Bench.lookup("second"));
            assertThat(bench.resultIds(Bench.B, 2)).containsExactly(first, second);
        }
    }

    @Test
    default void takesTheTimeoutsThatKafkaTakes() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.clientProperties.put("request.timeout.ms", "30000");
            bench.startReady();
            bench.send(Bench.B, Bench.lookup("x"));
            bench.read(bench.results(Bench.B), 1);
        }
    }

    @Test
    default void endsWithItsReasonWhenKafkaRefusesAProperty() {
        try (Bench bench = bench().withTopics(Map.of())) {
            bench.clientProperties.put("transaction.timeout.ms", "1");
            bench.clientProperties.put("max.block.ms", "-5");
            KafkaLoop loop = bench.start();
            Bench.until("it has ended", () -> loop.ended().toCompletableFuture().isCompletedExceptionally());
            assertThat(loop.ended().toCompletableFuture())
                    .failsWithin(java.time.Duration.ZERO)
                    .withThrowableThat()
                    .withMessageContaining("max.block.ms");
            assertThat(loop.health().live()).isFalse();
        }
    }

    @Test
    default void aTopicThatTakesNoResultAtAllIsToldAndMissedNothing() {
        try (Bench bench = bench().withTopics(Map.of())) {
            KafkaLoop loop = bench.startReady();
            bench.cluster.limitRecords(bench.results(Bench.B), "90");
            String position = bench.send(Bench.B, Bench.lookup("x"));
            Bench.until(
                    "it says which topic",
                    () -> loop.health().reasons().stream()
                            .anyMatch(reason ->
                                    reason.contains(bench.results(Bench.B)) && reason.contains("max.message.bytes")));

            bench.cluster.limitRecords(bench.results(Bench.B), "1000000");
            assertThat(bench.resultIds(Bench.B, 1)).containsExactly(position);
            Bench.until("it is ready", () -> loop.health().ready());
        }
    }
}
