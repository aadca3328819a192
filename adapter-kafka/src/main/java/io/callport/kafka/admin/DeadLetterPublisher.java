package io.callport.kafka.admin;

import io.callport.kafka.admin.DeadLetterEdit.NotReplayableException;
import io.callport.kafka.client.KafkaFutures;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes dead letters again, and reports each that was acknowledged, and no other. One thread uses it. */
final class DeadLetterPublisher implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final TopicSettings topics;
    private final DeadLetterEdit edit;
    private final DeadLetterListener listener;
    private final Producer<byte[], byte[]> producer;

    private record Sent(DeadLetter letter, Future<RecordMetadata> acknowledged) {}

    DeadLetterPublisher(KafkaSettings settings, DeadLetterEdit edit, DeadLetterListener listener) {
        this(settings.topics(), edit, listener, producer(settings));
    }

    DeadLetterPublisher(
            TopicSettings topics, DeadLetterEdit edit, DeadLetterListener listener, Producer<byte[], byte[]> producer) {
        this.topics = topics;
        this.edit = edit;
        this.listener = listener;
        this.producer = producer;
    }

    private static Producer<byte[], byte[]> producer(KafkaSettings settings) {
        Map<String, Object> properties = settings.clients().forProducer();
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, String.valueOf(TIMEOUT.toMillis()));
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Reports what would be published. */
    void dryRun(List<DeadLetter> letters) {
        for (DeadLetter letter : letters) {
            try {
                listener.wouldBePublished(letter, edit.apply(letter, topics).topic());
            } catch (NotReplayableException e) {
                listener.refused(letter, e.reason());
            }
        }
    }

    /**
     * Publishes the dead letters and waits until each is acknowledged or refused.
     *
     * @throws KafkaException if one is refused for a reason that is not its own; those that were acknowledged are
     *     reported
     */
    void publish(List<DeadLetter> letters) {
        List<Sent> sent = new ArrayList<>();
        List<KafkaException> failures = new ArrayList<>();
        try {
            letters.forEach(letter -> send(letter, sent));
        } catch (KafkaException e) {
            failures.add(e);
        } finally { // the records that were sent may be published, even if the next could not be sent
            producer.flush();
            sent.forEach(it -> await(it, failures));
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    @Override
    public void close() {
        producer.close(TIMEOUT);
    }

    private void send(DeadLetter letter, List<Sent> sent) {
        try {
            ProducerRecord<byte[], byte[]> record = edit.apply(letter, topics);
            sent.add(new Sent(letter, producer.send(record)));
        } catch (NotReplayableException e) {
            listener.refused(letter, e.reason());
        }
    }

    private void await(Sent sent, List<KafkaException> failures) {
        KafkaException failure = KafkaFutures.failure(sent.acknowledged);
        if (failure == null) {
            RecordMetadata published = KafkaFutures.value(sent.acknowledged);
            listener.published(sent.letter, published.topic() + "/" + published.partition() + "/" + published.offset());
        } else if (failure instanceof RecordTooLargeException) {
            listener.refused(sent.letter, "it is larger than its topic or kafka.producer.max.request.size allows");
        } else {
            failures.add(failure);
        }
    }
}
