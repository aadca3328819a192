package io.callport.system.crash.rolling;

import io.callport.account.Account;
import io.callport.system.crash.evidence.PublishedCommands;
import io.callport.system.crash.evidence.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A steady flow of commands for some accounts, which may be changed meanwhile. Thread-safe. */
final class SteadyLoad implements AutoCloseable {
    private static final List<String> QUERIES = List.of("number-pool.numbers", "number-pool.groups");
    private static final Duration BETWEEN = Duration.ofMillis(50);

    private final KafkaProducer<String, String> producer;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::run, "rolling-load");
    private volatile List<Account> accounts;
    private volatile boolean stopping;

    private SteadyLoad(String bootstrapServers, List<Account> accounts) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
        this.accounts = accounts;
    }

    static SteadyLoad start(String bootstrapServers, List<Account> accounts) {
        SteadyLoad load = new SteadyLoad(bootstrapServers, accounts);
        load.thread.start();
        return load;
    }

    /** Publishes commands for these accounts from now on. */
    void of(List<Account> others) {
        accounts = others;
    }

    /** The commands that the broker acknowledged: each an account and a number. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** Stops the load and waits until all commands are acknowledged. */
    void stop() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while publishing", e);
        }
        producer.flush();
    }

    @Override
    public void close() {
        stop();
        producer.close();
    }

    private void run() {
        for (int i = 0; !stopping; i++) {
            List<Account> now = accounts;
            Account account = now.get(i % now.size());
            publish(account, QUERIES.get(i / now.size() % QUERIES.size()), account + " " + i);
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    private void publish(Account account, String query, String name) {
        String value = "{\"query\":\"%s\",\"account\":\"%s\",\"expiresAt\":\"%s\"}"
                .formatted(query, account, Instant.now().plus(ServiceSettings.DEADLINE));
        ProducerRecord<String, String> command = new ProducerRecord<>(Topics.COMMANDS, account.toString(), value);
        command.headers().add(PublishedCommands.NUMBER, name.getBytes(StandardCharsets.UTF_8));
        Future<?> unused = producer.send(command, (sent, e) -> {
            if (e == null) {
                acknowledged.add(name);
            }
        });
    }
}
