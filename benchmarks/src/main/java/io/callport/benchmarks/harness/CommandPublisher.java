package io.callport.benchmarks.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callport.account.Account;
import io.callport.kafka.admin.MessageJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes commands: a lookup of a customer, keyed by the account, with a number that its result brings back. */
public final class CommandPublisher implements AutoCloseable {
    /** The header with the command's number. */
    public static final String NUMBER = "ce_correlationid";

    private static final Duration DEADLINE = Duration.ofHours(1);

    private final BenchmarkTopics topics;
    private final KafkaProducer<byte[], byte[]> producer;
    private volatile long acknowledgedAt;

    /** Makes a publisher that sends at once, or that collects a batch first. */
    public CommandPublisher(BenchmarkTopics topics, boolean atOnce) {
        this.topics = topics;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        topics.bootstrap(),
                        "linger.ms",
                        atOnce ? "0" : "20",
                        // The topic is new. While a broker begins to lead it, it refuses a batch and takes the next
                        // batch of the same producer, and then refuses the first batch for good, as out of order.
                        "max.in.flight.requests.per.connection",
                        "1"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Publishes a command without waiting for its acknowledgement. */
    public void send(int number, Account account, String customer) {
        send(number, account, customer, DEADLINE);
    }

    /** Publishes a command with a deadline, without waiting for its acknowledgement. */
    public void send(int number, Account account, String customer, Duration deadline) {
        publish(number, account, lookup(account, customer, deadline));
    }

    /** Publishes a command that accepts an answer of that age, without waiting for its acknowledgement. */
    public void sendShared(int number, Account account, String customer, Duration maxAge) {
        String command = new String(lookup(account, customer, DEADLINE), UTF_8);
        publish(number, account, ("{\"maxAge\":\"" + maxAge + "\"," + command.substring(1)).getBytes(UTF_8));
    }

    private static byte[] lookup(Account account, String customer, Duration deadline) {
        String params = "{\"customerId\":\"" + customer + "\",\"appKey\":\"k\",\"status\":1}";
        return MessageJson.writeCommand(
                "call-info.lookup", account, params, Instant.now().plus(deadline));
    }

    /** Publishes a record of an account that need be no command, without waiting for its acknowledgement. */
    public void publish(int number, Account account, byte[] value) {
        ProducerRecord<byte[], byte[]> command =
                new ProducerRecord<>(topics.commands(), account.toString().getBytes(UTF_8), value);
        command.headers().add(NUMBER, Integer.toString(number).getBytes(UTF_8));
        Future<?> unused = producer.send(command, (there, failure) -> acknowledgedAt = System.nanoTime());
        // a command that is not sent has no result, which the checks notice
    }

    /** The time when the broker last acknowledged a command, by {@link System#nanoTime}. */
    public long acknowledgedAt() {
        return acknowledgedAt;
    }

    /** Waits until all commands are acknowledged. */
    public void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
