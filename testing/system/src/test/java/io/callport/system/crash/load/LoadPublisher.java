package io.callport.system.crash.load;

import io.callport.account.Account;
import io.callport.system.crash.evidence.PublishedCommands;
import io.callport.system.crash.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes commands in bursts, through every outage of the broker. Thread-safe. */
public final class LoadPublisher implements AutoCloseable {
    private static final int MAX_BURST = 60;
    private static final Duration CLOSE = Duration.ofSeconds(30);

    private final KafkaProducer<byte[], byte[]> producer;
    private final CommandGenerator mix;
    private final Random random;
    private final int perSecond;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Thread thread = new Thread(this::run, "crash-load");
    private volatile boolean stopping;

    private LoadPublisher(String bootstrapServers, Plan plan, List<Account> accounts) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "reconnect.backoff.max.ms", "500"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        this.random = new Random(plan.seed());
        this.mix = new CommandGenerator(random, accounts, plan.scale());
        this.perSecond = plan.scale().commandsPerSecond();
    }

    /** Starts the bursts of commands. */
    public static LoadPublisher start(String bootstrapServers, Plan plan, List<Account> accounts) {
        LoadPublisher publisher = new LoadPublisher(bootstrapServers, plan, accounts);
        publisher.thread.start();
        return publisher;
    }

    /** The numbers of the commands that the broker acknowledged. */
    public Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** The number of acknowledged commands. */
    public int count() {
        return acknowledged.size();
    }

    /** The number of commands with an unknown outcome: the broker may have such commands. */
    public int failed() {
        return failed.get();
    }

    /** Publishes one more command, with a number that identifies the command. */
    public void publish(ProducerRecord<byte[], byte[]> command, String number) {
        command.headers().add(PublishedCommands.NUMBER, number.getBytes(StandardCharsets.UTF_8));
        Future<?> unused = producer.send(command, (sent, e) -> {
            if (e == null) {
                acknowledged.add(number);
            } else {
                failed.incrementAndGet();
            }
        });
    }

    /** Stops the bursts and waits until the published commands are acknowledged. */
    public void stop() {
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
        producer.close(CLOSE);
    }

    private void run() {
        while (!stopping) {
            int size = 1 + random.nextInt(MAX_BURST);
            int hot = random.nextInt(3);
            Account account = mix.account();
            for (int i = 0; i < size; i++) {
                Account asked = hot > 0 && i % 2 == 0 ? account : mix.account();
                publish(mix.command(asked), "n" + numbers.incrementAndGet());
            }
            double seconds = (double) size / perSecond;
            LockSupport.parkNanos((long) (seconds * 1e9 * (0.5 + random.nextDouble())));
        }
    }
}
