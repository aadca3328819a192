package io.callport.benchmarks.contender.kafka;

import io.callport.benchmarks.vendor.BareClient;
import io.callport.benchmarks.vendor.JdkBareClient;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.AcknowledgingMessageListener;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;

/**
 * Spring for Apache Kafka 4.1.1: the container behind {@code @KafkaListener}, and a {@code KafkaTemplate}. Both modes
 * publish at least once. Each partition has a thread and a consumer (<a
 * href="https://docs.spring.io/spring-kafka/reference/kafka/receiving-messages/message-listener-container.html">Message
 * Listener Containers</a>), which is the largest useful number.
 *
 * <p>The first mode is a batch listener, which waits for each answer, sends, and at the end of a poll waits for what it
 * has sent, as <a href="https://docs.spring.io/spring-kafka/reference/kafka/sending-messages.html">Sending Messages</a>
 * says of the future that {@code send} returns; only then are the offsets committed, and no send is waited for alone.
 *
 * <p>The second mode is {@code asyncAcks} (<a
 * href="https://docs.spring.io/spring-kafka/reference/kafka/receiving-messages/ooo-commits.html">Manually Committing
 * Offsets</a>): a listener that does not wait, and acknowledges in any order when its result is sent; all polls
 * together have as many records as requests may be in flight, since a consumer is paused until all of its poll are
 * acknowledged.
 */
public final class SpringKafkaContender implements Contender {
    private static final long SEND_SECONDS = 30;

    private final boolean asyncAcks;
    private final Supplier<BareClient> client;

    private SpringKafkaContender(boolean asyncAcks, Supplier<BareClient> client) {
        this.asyncAcks = asyncAcks;
        this.client = client;
    }

    /** The same contender with another client than the JDK's. */
    public SpringKafkaContender with(Supplier<BareClient> another) {
        return new SpringKafkaContender(asyncAcks, another);
    }

    /** Makes a contender whose threads wait for each answer. */
    public static SpringKafkaContender batches() {
        return new SpringKafkaContender(false, JdkBareClient::new);
    }

    /** Makes a contender whose threads do not wait. */
    public static SpringKafkaContender asyncAcks() {
        return new SpringKafkaContender(true, JdkBareClient::new);
    }

    @Override
    public boolean exactlyOnce() {
        return false;
    }

    @Override
    public Running start(ContenderTask work) {
        DefaultKafkaProducerFactory<byte[], byte[]> producers = new DefaultKafkaProducerFactory<>(
                KafkaClients.producerSettings(work), new ByteArraySerializer(), new ByteArraySerializer());
        RequestListener listener = new RequestListener(work, client.get());
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                container(work, listener, new KafkaTemplate<>(producers));
        container.start();
        return () -> {
            CountDownLatch stopped = new CountDownLatch(1);
            container.stop(stopped::countDown); // first, so that it takes what fails now for no reason to go on
            listener.stop();
            await(stopped);
            listener.close();
            producers.destroy();
        };
    }

    private ConcurrentMessageListenerContainer<byte[], byte[]> container(
            ContenderTask work, RequestListener listener, KafkaTemplate<byte[], byte[]> template) {
        int partitions = work.topics().partitions();
        ContainerProperties properties = new ContainerProperties(work.topics().commands());
        Map<String, Object> settings = KafkaClients.consumerSettings(work);
        properties.setStopImmediate(true);
        if (asyncAcks) {
            settings.put("max.poll.records", Integer.toString(Math.max(1, work.parallel() / partitions)));
            properties.setAckMode(AckMode.MANUAL);
            properties.setAsyncAcks(true);
            properties.setMessageListener(later(listener, template));
        } else {
            properties.setMessageListener(inBatches(listener, template));
        }
        ConcurrentMessageListenerContainer<byte[], byte[]> container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                properties);
        container.setConcurrency(partitions);
        return container;
    }

    private static BatchMessageListener<byte[], byte[]> inBatches(
            RequestListener listener, KafkaTemplate<byte[], byte[]> template) {
        return records -> {
            List<? extends CompletableFuture<?>> sent = records.stream()
                    .map(record -> template.send(listener.answer(record)))
                    .toList();
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                    .orTimeout(SEND_SECONDS, TimeUnit.SECONDS)
                    .join();
        };
    }

    private static AcknowledgingMessageListener<byte[], byte[]> later(
            RequestListener listener, KafkaTemplate<byte[], byte[]> template) {
        return (record, acknowledgment) -> {
            var unused = listener.answerLater(record)
                    .thenCompose(template::send)
                    .thenRun(Objects.requireNonNull(acknowledgment)::acknowledge);
        };
    }

    private static void await(CountDownLatch stopped) {
        try {
            if (!stopped.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the container does not stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
