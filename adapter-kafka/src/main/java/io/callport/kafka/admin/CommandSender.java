package io.callport.kafka.admin;

import io.callport.account.Account;
import io.callport.kafka.client.ClusterFailure;
import io.callport.kafka.client.GrouplessConsumer;
import io.callport.kafka.client.KafkaFutures;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.VendorTopics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes commands and waits for their results, as any back end could do. The sender reads results without a consumer
 * group, so no other reader misses a result.
 *
 * <p>Not thread-safe.
 */
public final class CommandSender implements AutoCloseable {
    private static final String CORRELATION = "ce_correlationid";
    private static final String REPLY_TOPIC = "kafka_replyTopic";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_AWAITED = 1_000;

    private final KafkaSettings settings;
    private final Producer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    private CommandSender(KafkaSettings settings) {
        this.settings = settings;
        this.producer = producer(settings);
        this.consumer = GrouplessConsumer.open(settings.clients(), Map.of());
    }

    /** Opens the clients, which connect when the first command is sent. */
    public static CommandSender open(KafkaSettings settings) {
        return new CommandSender(settings);
    }

    /**
     * Publishes a command and waits for its result.
     *
     * @param params a JSON object
     * @param deadline the command's time to live; the wait is ten seconds longer
     * @return the result event's value, as JSON
     * @throws SendFailedException if no result came, or Kafka does not answer
     * @throws IllegalArgumentException if {@code params} is no JSON object, or the account's vendor has no topics
     */
    public String send(String query, Account account, String params, Duration deadline) {
        List<String> results = new ArrayList<>();
        sendAll(query, account, List.of(params).iterator(), SendOptions.ofDeadline(deadline), results::add);
        return results.get(0);
    }

    /**
     * Publishes a command for each of these parameters, at most 1,000 ahead of their results, and waits for all
     * results.
     *
     * @param params JSON objects; taken as they are published
     * @param options the wait for the last result is ten seconds longer than their deadline
     * @param results receives each result event's value, as JSON, in the order of arrival
     * @throws SendFailedException if a result did not come, or Kafka does not answer
     * @throws IllegalArgumentException if one of {@code params} is no JSON object, or the account's vendor has no
     *     topics
     */
    public void sendAll(
            String query, Account account, Iterator<String> params, SendOptions options, Consumer<String> results) {
        VendorTopics topics = settings.topics().ofVendor(account.vendor());
        Iterator<ProducerRecord<byte[], byte[]>> commands =
                new Commands(topics.commands(), query, account, params, options);
        try {
            readFromNow(topics.results(), options.replyTopic());
            exchange(commands, options.deadline().plus(TIMEOUT), results);
        } catch (KafkaException e) {
            throw new SendFailedException(ClusterFailure.describe(e));
        }
    }

    @Override
    public void close() {
        producer.close(TIMEOUT);
        consumer.close();
    }

    /** Reads the reply topic too, if there is one: a refusal of that topic goes to the results topic. */
    private void readFromNow(String results, @Nullable String replyTopic) {
        List<TopicPartition> partitions = new ArrayList<>(partitions(results));
        if (partitions.isEmpty()) {
            throw new SendFailedException(
                    "Topic " + results + " does not exist; start ./callport run, which creates it");
        }
        if (replyTopic != null && !replyTopic.equals(results)) {
            partitions.addAll(partitions(replyTopic));
        }
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(partition -> consumer.position(partition, TIMEOUT));
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic, TIMEOUT).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private void exchange(
            Iterator<ProducerRecord<byte[], byte[]>> commands, Duration timeout, Consumer<String> results) {
        Set<String> awaited = new HashSet<>();
        long until = System.nanoTime() + timeout.toNanos();
        while (commands.hasNext() || !awaited.isEmpty()) {
            if (commands.hasNext() && awaited.size() < MAX_AWAITED) {
                awaited.addAll(publish(commands, MAX_AWAITED - awaited.size()));
                until = System.nanoTime() + timeout.toNanos();
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (header(record).filter(awaited::remove).isPresent()) {
                    results.accept(new String(record.value(), StandardCharsets.UTF_8));
                }
            }
            if (System.nanoTime() > until) {
                throw new SendFailedException(awaited.size() + (awaited.size() == 1 ? " result" : " results")
                        + " did not come within " + timeout + "; is ./callport run running on this cluster?");
            }
        }
    }

    /** Publishes at most {@code most} commands, and returns their correlation ids. */
    private Set<String> publish(Iterator<ProducerRecord<byte[], byte[]>> commands, int most) {
        Map<String, Future<RecordMetadata>> sent = new HashMap<>();
        while (commands.hasNext() && sent.size() < most) {
            String correlation = UUID.randomUUID().toString();
            ProducerRecord<byte[], byte[]> command = commands.next();
            command.headers().add(CORRELATION, bytes(correlation));
            sent.put(correlation, producer.send(command));
        }
        sent.values().forEach(KafkaFutures::value);
        return sent.keySet();
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(CORRELATION);
        return Optional.ofNullable(header).map(found -> new String(found.value(), StandardCharsets.UTF_8));
    }

    private static Producer<byte[], byte[]> producer(KafkaSettings settings) {
        Map<String, Object> properties = settings.clients().forProducer();
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, String.valueOf(TIMEOUT.toMillis()));
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A command for each of the parameters; the deadline counts from the moment when the command is taken. */
    private record Commands(String topic, String query, Account account, Iterator<String> params, SendOptions options)
            implements Iterator<ProducerRecord<byte[], byte[]>> {
        @Override
        public boolean hasNext() {
            return params.hasNext();
        }

        @Override
        public ProducerRecord<byte[], byte[]> next() {
            byte[] value = MessageJson.writeCommand(query, account, params.next(), options, Instant.now());
            ProducerRecord<byte[], byte[]> command = new ProducerRecord<>(topic, bytes(account.toString()), value);
            if (options.replyTopic() != null) {
                command.headers().add(REPLY_TOPIC, bytes(options.replyTopic()));
            }
            return command;
        }
    }
}
