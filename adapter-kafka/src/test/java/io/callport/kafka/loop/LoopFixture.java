package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.contract.TrafficCheck;
import io.callport.contract.TrafficCheck.Allowed;
import io.callport.kafka.KafkaLoop;
import io.callport.kafka.changelog.StateContents;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.ProcessingSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.kafka.settings.VendorTopics;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.tracing.Tracing;
import io.callport.memory.MemoryLedger;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** One test's topics on a real broker, loops that serve them, and a read_committed reader of all published records. */
final class LoopFixture implements AutoCloseable {
    static final String MOOR = "7moor:2000103";
    static final String CALLBOT = "callbot:b";
    static final int PARTITIONS = 3;
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    final String name;
    final FakeVendor vendor = new FakeVendor();
    Limits limits = Limits.DEFAULT;
    Tracing tracing = Tracing.NONE;
    LoopListener listener = LoopListener.NONE;
    Duration shutdown = Duration.ofSeconds(10);

    /** The time of a command that names none: on a busy machine, no test that is not about it comes near it. */
    Duration deadline = Duration.ofMinutes(5);

    @Nullable
    Creation create = Creation.BROKER_DEFAULTS;

    CrossVendor crossVendor = CrossVendor.REFUSE;
    final Map<Account, Budget> budgets =
            new HashMap<>(Map.of(Account.parse(MOOR), Budget.UNLIMITED, Account.parse(CALLBOT), Budget.UNLIMITED));
    final Map<String, Object> clientProperties = new HashMap<>();
    final Set<Allowed> allowed = EnumSet.of(Allowed.NO_MESSAGES); // until one is sent
    final List<KafkaLoop> loops = new ArrayList<>();
    final ClusterAdmin cluster;
    private final String bootstrap;
    private final Producer<byte[], byte[]> producer;
    private final List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
    private final KafkaConsumer<byte[], byte[]> reader;

    LoopFixture(String bootstrap) {
        this(bootstrap, "t" + UUID.randomUUID().toString().substring(0, 8));
    }

    /** A fixture of the topics that the one of this name made, for another process. */
    LoopFixture(String bootstrap, String name) {
        this.name = name;
        this.bootstrap = bootstrap;
        this.cluster = new ClusterAdmin(bootstrap, name);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "max.request.size", "20000000", "max.block.ms", "10000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Topics as most tests want them, with a reader of all that is published. */
    LoopFixture withTopics(Map<String, String> config) {
        TopicSettings topics = settings().topics();
        Set<String> states =
                topics.vendors().values().stream().map(VendorTopics::state).collect(Collectors.toSet());
        Set<String> others = new HashSet<>(topics.required());
        others.removeAll(states);
        cluster.create(states, Map.of("cleanup.policy", "compact"));
        cluster.create(others, config);
        return this;
    }

    KafkaSettings settings() {
        Map<String, Object> common = new HashMap<>(clientProperties);
        common.put("bootstrap.servers", bootstrap);
        common.put("group.id", name);
        TopicSettings topics = new TopicSettings(
                Map.of("7moor", topics("7moor"), "callbot", topics("callbot")),
                name + ".dead-letters",
                crossVendor,
                create);
        return new KafkaSettings(
                new ClientSettings(common, Map.of(), Map.of()),
                topics,
                budgets,
                new DeadlineSettings(deadline, Duration.ofMinutes(5)),
                new ProcessingSettings(limits, RetryPolicy.DEFAULT, Duration.ofSeconds(30), shutdown),
                SipPasswords.REDACT);
    }

    private VendorTopics topics(String vendor) {
        String prefix = name + "." + vendor;
        Set<String> replies = Set.of(name + ".replies", name + ".absent");
        return new VendorTopics(
                prefix + ".commands", prefix + ".results", prefix + ".state", prefix + ".events", replies);
    }

    String commands(String account) {
        return settings().topics().ofVendor(Account.parse(account).vendor()).commands();
    }

    String results(String account) {
        return settings().topics().ofVendor(Account.parse(account).vendor()).results();
    }

    /** The state of a partition of commands, as its next owner would read it now. */
    StateContents state(TopicPartition commands) {
        String topic = settings().topics().ofCommands(commands.topic()).state();
        TopicPartition partition = new TopicPartition(topic, commands.partition());
        StateContents contents = new StateContents();
        try (KafkaConsumer<byte[], byte[]> states = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            states.assign(List.of(partition));
            states.seek(partition, 0);
            long end = cluster.end(partition);
            while (states.position(partition) < end) {
                states.poll(Duration.ofMillis(20))
                        .forEach(record -> contents.add(record.offset(), record.key(), record.value()));
            }
        }
        return contents;
    }

    String deadLetters() {
        return settings().topics().deadLetters();
    }

    KafkaLoop start() {
        return start(settings());
    }

    KafkaLoop start(KafkaSettings settings) {
        KafkaLoop loop =
                KafkaLoop.start(settings, anyVendor -> vendor, listener, tracing, new MemoryLedger(limits.memory()));
        loops.add(loop);
        return loop;
    }

    /** A publisher whose transactions stay open until it ends them. */
    Producer<byte[], byte[]> transactionalPublisher() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "transactional.id",
                        name + "-publisher",
                        "transaction.timeout.ms",
                        "900000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    KafkaLoop startReady() {
        KafkaLoop loop = start();
        until("the loop is ready", () -> loop.health().ready());
        return loop;
    }

    /** Publishes a command as its account's key demands. */
    String send(String account, String json, Header... headers) {
        return send(new ProducerRecord<>(
                commands(account), null, account.getBytes(StandardCharsets.UTF_8), bytes(json), List.of(headers)));
    }

    /** Publishes many commands as their account's key demands; returns where they went. */
    List<String> sendAll(String account, List<String> commands) {
        List<Future<RecordMetadata>> all = commands.stream()
                .map(json -> publish(new ProducerRecord<>(commands(account), bytes(account), bytes(json))))
                .toList();
        return all.stream().map(LoopFixture::position).toList();
    }

    /** Waits until a record is written; returns its {@code topic/partition/offset}. */
    static String position(Future<RecordMetadata> sent) {
        try {
            return sent.get().topic() + "/" + sent.get().partition() + "/"
                    + sent.get().offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Publishes anything; returns its {@code topic/partition/offset}. */
    String send(ProducerRecord<byte[], byte[]> record) {
        return position(publish(record));
    }

    /** Waits until all that was published is there. */
    void flush() {
        producer.flush();
    }

    /** Publishes anything, without waiting. */
    Future<RecordMetadata> publish(ProducerRecord<byte[], byte[]> record) {
        if (settings().topics().required().contains(record.topic())) {
            allowed.remove(Allowed.NO_MESSAGES);
        }
        return producer.send(record);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String lookup(String customerId) {
        return "{\"query\":\"call-info.lookup\",\"account\":\"" + CALLBOT + "\",\"params\":{\"customerId\":\""
                + customerId + "\",\"appKey\":\"k\",\"status\":1}}";
    }

    static String lookup(String account, String customerId) {
        return lookup(customerId).replace("\"" + CALLBOT + "\"", "\"" + account + "\"");
    }

    static String groups() {
        return groups(MOOR);
    }

    static String groups(String account) {
        return "{\"query\":\"number-pool.groups\",\"account\":\"" + account + "\"}";
    }

    /** Reads until a topic holds that many records, and a little on, so that one too many shows. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        until(count + " records on " + topic, () -> {
            poll(topic);
            return of(topic).size() >= count;
        });
        poll(topic);
        assertThat(of(topic)).hasSize(count);
        return of(topic);
    }

    /** Reads until a topic holds that many records or more. */
    List<ConsumerRecord<byte[], byte[]>> readAtLeast(String topic, int count) {
        until(count + " records or more on " + topic, () -> {
            poll(topic);
            return of(topic).size() >= count;
        });
        return of(topic);
    }

    private List<ConsumerRecord<byte[], byte[]>> of(String topic) {
        return read.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    private void poll(String topic) {
        List<TopicPartition> partitions = reader.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        if (!reader.assignment().containsAll(partitions)) {
            List<TopicPartition> all = new ArrayList<>(reader.assignment());
            all.addAll(partitions);
            reader.assign(all);
            reader.seekToBeginning(partitions);
        }
        reader.poll(Duration.ofMillis(200)).forEach(read::add);
    }

    static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
        try {
            return JSON.readTree(record.value());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    /** The offsets that the next owners of the partitions read. */
    Map<TopicPartition, OffsetAndMetadata> stableOffsets() {
        return cluster.stableOffsets(settings().topics().vendors().values().stream()
                .map(VendorTopics::commands)
                .toList());
    }

    /** The partition of a {@code topic/partition/offset}. */
    static TopicPartition partition(String position) {
        String[] parts = position.split("/", -1);
        return new TopicPartition(parts[0], Integer.parseInt(parts[1]));
    }

    static long offset(String position) {
        return Long.parseLong(position.split("/", -1)[2]);
    }

    /** The ids of the results on an account's topic. */
    List<String> resultIds(String account, int count) {
        return read(results(account), count).stream()
                .map(record -> headers(record).get("ce_id"))
                .toList();
    }

    static void until(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting for: " + what).isLessThan(until);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        vendor.slow.countDown();
        loops.forEach(KafkaLoop::stop);
        loops.forEach(KafkaLoop::close);
        producer.close();
        reader.close();
        cluster.close();
        TopicSettings topics = settings().topics();
        TrafficCheck.assertOfTheContract(
                Map.of("bootstrap.servers", bootstrap), topics.required(), topics.replies(), allowed);
    }
}
