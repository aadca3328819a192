package io.callport.kafka.admin;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.ProcessingSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of dead letters, each published in a transaction as the service does, and what a replay reported. */
final class DeadLetterFixture implements AutoCloseable {
    final String commands;
    final List<String> reports = new ArrayList<>();
    private final String letters;
    private final KafkaSettings settings;
    private final Admin admin;
    private final Producer<String, String> producer;
    private final long began = Instant.now().minusSeconds(86_400).toEpochMilli();
    private String progress = "none";
    private int maxRepeated = 100_000;

    DeadLetterFixture(String bootstrap) {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        this.commands = name + ".commands";
        this.letters = name + ".dead-letters";
        this.settings = new KafkaSettings(
                ClientSettings.of(bootstrap, name),
                new TopicSettings(
                        Map.of(
                                "7moor",
                                new VendorTopics(commands, name + ".results", name + ".state", name + ".events")),
                        letters,
                        CrossVendor.REFUSE,
                        null),
                Map.of(Account.parse("7moor:1"), Budget.UNLIMITED),
                new DeadlineSettings(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new ProcessingSettings(
                        Limits.DEFAULT, RetryPolicy.DEFAULT, Duration.ofSeconds(30), Duration.ofSeconds(10)),
                SipPasswords.REDACT);
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
        await(admin.createTopics(List.of(new NewTopic(letters, 2, (short) 1), new NewTopic(commands, 1, (short) 1)))
                .all());
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "transactional.id", name),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
    }

    /** The position of the first record of the dead letter with that number. */
    String identity(int number) {
        return commands + "/0/" + number;
    }

    /** The timestamp of the first record of the dead letter with that number. */
    long time(int number) {
        return began + number * 1_000L;
    }

    /** Publishes so many dead letters, from that number on, in one transaction. */
    void publish(int from, int count) {
        producer.beginTransaction();
        send(from, count);
        producer.commitTransaction();
    }

    void publishAborted(int from, int count) {
        producer.beginTransaction();
        send(from, count);
        producer.flush();
        producer.abortTransaction();
    }

    void publish(int number, int count, String value) {
        publish(0, number, count, value);
    }

    /** Publishes a dead letter in a partition of the dead letters' topic. */
    void publish(int partition, int number, int count, String value) {
        producer.beginTransaction();
        send(partition, number, count, value);
        producer.commitTransaction();
    }

    /** One with a reason and a header of its own. */
    void publish(int number, String why, byte[] other) {
        producer.beginTransaction();
        RecordHeaders headers = headers(number, 1, why);
        headers.add("other", other);
        Future<?> unused = producer.send(new ProducerRecord<>(letters, 0, time(number), "key", "value", headers));
        producer.commitTransaction();
    }

    private void send(int from, int count) {
        for (int number = from; number < from + count; number++) {
            send(0, number, 1, "value " + number);
        }
    }

    private void send(int partition, int number, int count, String value) {
        RecordHeaders headers = headers(number, count, "why " + number);
        Future<?> unused = producer.send(new ProducerRecord<>(letters, partition, time(number), "key", value, headers));
    }

    private RecordHeaders headers(int number, int count, String why) {
        RecordHeaders headers = new RecordHeaders();
        Map.of(
                        "topic",
                        commands,
                        "partition",
                        "0",
                        "offset",
                        String.valueOf(number),
                        "group",
                        "the group",
                        "delivery.count",
                        String.valueOf(count),
                        "message",
                        why)
                .forEach((name, text) -> headers.add("__dlq.errors." + name, text.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    DeadLetterPage list(DeadLetterFilter filter, int limit) {
        try (DeadLetters open = DeadLetters.open(settings, new RecordingListener(), maxRepeated)) {
            return open.list(filter, limit);
        }
    }

    void replay(DeadLetterFilter filter, DeadLetterEdit edit, boolean dryRun) {
        try (DeadLetters open = DeadLetters.open(settings, new RecordingListener(), maxRepeated)) {
            open.replay(filter, edit, dryRun);
        }
    }

    void replay(List<DeadLetterPosition> positions, DeadLetterEdit edit) {
        try (DeadLetters open = DeadLetters.open(settings, new RecordingListener(), maxRepeated)) {
            open.replay(positions, edit, false);
        }
    }

    /** The records on the command topic. */
    List<DeadLetter> commands() {
        TopicSettings there = new TopicSettings(settings.topics().vendors(), commands, CrossVendor.REFUSE, null);
        List<DeadLetter> found = new ArrayList<>();
        try (DeadLetterReader reader = new DeadLetterReader(
                new KafkaSettings(
                        settings.clients(),
                        there,
                        settings.accounts(),
                        settings.deadlines(),
                        settings.processing(),
                        settings.sipPasswords()),
                DeadLetterListener.NONE)) {
            reader.read(reader.slices(null), found::addAll);
        }
        return found;
    }

    /** The progress that the last reading reported. */
    String progress() {
        return progress;
    }

    /** Limits how many repeated dead letters are remembered. */
    void remembers(int count) {
        maxRepeated = count;
    }

    void limitCommands(String bytes) {
        AlterConfigOp set = new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
        await(admin.incrementalAlterConfigs(
                        Map.of(new ConfigResource(ConfigResource.Type.TOPIC, commands), List.of(set)))
                .all());
    }

    /** Waits, too, until the broker knows it, which may be a moment after it was done. */
    void deleteLetters() {
        await(admin.deleteTopics(List.of(letters)).all());
        while (await(admin.listTopics().names()).contains(letters)) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class RecordingListener implements DeadLetterListener {
        @Override
        public void progress(long offsets, long total) {
            progress = offsets == total ? "all" : "some";
        }

        @Override
        public void published(DeadLetter letter, String position) {
            reports.add("published " + letter.position() + " " + position);
        }

        @Override
        public void wouldBePublished(DeadLetter letter, String topic) {
            reports.add("would " + letter.position() + " " + topic);
        }

        @Override
        public void repeated(DeadLetter letter, DeadLetterPosition position) {
            reports.add("died again " + letter.position() + " " + position);
        }

        @Override
        public void refused(DeadLetter letter, String reason) {
            reports.add("refused " + letter.position() + " " + reason);
        }
    }
}
