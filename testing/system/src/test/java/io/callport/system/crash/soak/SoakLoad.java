package io.callport.system.crash.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.account.Account;
import io.callport.system.crash.evidence.Topics;
import io.callport.system.crash.process.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Publishes the largest records of each kind, and floods of small ones, in rounds. One thread owns it. */
final class SoakLoad implements AutoCloseable {
    /** A record as large as a topic takes by default. */
    private static final String LARGE = "x".repeat(900_000);

    private static final int UNPACKED = 400 << 20;
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaProducer<byte[], byte[]> packing;
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Set<String> quiet = ConcurrentHashMap.newKeySet();
    private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();
    private final SoakAccounts accounts;
    private int number;

    SoakLoad(String bootstrapServers, SoakAccounts accounts) {
        this.accounts = accounts;
        this.producer = producer(bootstrapServers, Map.of("max.request.size", "1000000", "linger.ms", "5"));
        this.packing = producer(
                bootstrapServers,
                Map.of(
                        "compression.type", "gzip",
                        "max.request.size", String.valueOf(UNPACKED + (1 << 20)),
                        "buffer.memory", String.valueOf(2L * UNPACKED)));
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrapServers, Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("bootstrap.servers", bootstrapServers);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** The ids of the results of all records that were published. */
    Set<String> ids() {
        return ids;
    }

    /** The ids of the commands of the account with few commands and small answers. */
    Set<String> quietIds() {
        return quiet;
    }

    /** Why records could not be published. */
    Queue<Exception> failures() {
        return failures;
    }

    /** Publishes a round: some of everything beside ten quiet commands, within a second. */
    void round(int round) {
        for (int i = 0; i < 10; i++) {
            send(accounts.quiet(), command(accounts.quiet(), "", ""), quiet);
            Wait.pause(Duration.ofMillis(20));
        }
        for (int i = 0; i < 100; i++) {
            send(accounts.shared(), command(accounts.shared(), "", ",\"maxAge\":\"PT10S\""), ids);
        }
        for (int i = 0; i < 10; i++) {
            send(accounts.remembered(), command(accounts.remembered(), number(), ",\"maxAge\":\"PT1M\""), ids);
        }
        send(accounts.large(), command(accounts.large(), number(), ""), ids);
        if (round % 4 == 0) {
            send(accounts.huge(), command(accounts.huge(), number(), ""), ids);
            send(accounts.beyond(), command(accounts.beyond(), number(), ""), ids);
        }
        String unknown = ",\"unknown\":\"" + LARGE + "\"";
        send(accounts.shared(), command(accounts.shared(), number(), unknown), ids);
        send(accounts.shared(), command(accounts.shared(), "\"number\":\"" + LARGE + "\"", ""), ids);
        send(accounts.shared(), LARGE, ids);
        publish(producer, record(LARGE.getBytes(UTF_8), null), ids);
        ProducerRecord<byte[], byte[]> headers = record(null, null);
        headers.headers().add("large", LARGE.getBytes(UTF_8));
        publish(producer, headers, ids);
        if (round % 10 == 0) {
            for (int i = 0; i < 20_000; i++) {
                send(accounts.shared(), "no command", ids);
            }
        }
        if (round % 15 == 5) {
            publish(packing, record(bytes(accounts.shared()), new byte[UNPACKED]), ids);
        }
    }

    private String number() {
        return "\"number\":\"" + number++ + "\"";
    }

    private static String command(Account account, String params, String more) {
        String query = params.isEmpty() ? "number-pool.numbers" : "number-pool.sip-numbers";
        return "{\"query\":\"%s\",\"account\":\"%s\",\"params\":{%s},\"expiresAt\":\"%s\"%s}"
                .formatted(query, account, params, Instant.now().plus(DEADLINE), more);
    }

    private void send(Account account, String value, Set<String> to) {
        publish(producer, record(bytes(account), value.getBytes(UTF_8)), to);
    }

    private static ProducerRecord<byte[], byte[]> record(byte @Nullable [] key, byte @Nullable [] value) {
        return new ProducerRecord<>(Topics.COMMANDS, key, value);
    }

    private static byte[] bytes(Account account) {
        return account.toString().getBytes(UTF_8);
    }

    private void publish(
            KafkaProducer<byte[], byte[]> with, ProducerRecord<byte[], byte[]> record, Set<String> published) {
        var unused = with.send(record, (sent, failure) -> {
            if (failure != null) {
                failures.add(failure);
                return;
            }
            String id = sent.topic() + "/" + sent.partition() + "/" + sent.offset();
            ids.add(id);
            published.add(id);
        });
    }

    /** Waits until everything is published. */
    void flush() {
        producer.flush();
        packing.flush();
    }

    @Override
    public void close() {
        producer.close();
        packing.close();
    }
}
