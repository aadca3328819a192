package io.callport.kafka.admin.deadletters;

import io.callport.kafka.result.DeadLetter;
import io.callport.kafka.settings.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes dead letters again and tells of each that was acknowledged, and of no other. One thread uses it. */
final class LetterWriter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Mended mended;
    private final LettersListener listener;
    private final Producer<byte[], byte[]> producer;

    private record Sent(DeadLetter letter, Future<RecordMetadata> acknowledged) {}

    LetterWriter(KafkaSettings settings, Mending mending, LettersListener listener) {
        this(new Mended(settings.topics(), mending), listener, producer(settings));
    }

    LetterWriter(Mended mended, LettersListener listener, Producer<byte[], byte[]> producer) {
        this.mended = mended;
        this.listener = listener;
        this.producer = producer;
    }

    private static Producer<byte[], byte[]> producer(KafkaSettings settings) {
        Map<String, Object> properties = settings.clients().forProducer();
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, String.valueOf(PATIENCE.toMillis()));
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Says what would be published. */
    void tryOnly(List<DeadLetter> letters) {
        for (DeadLetter letter : letters) {
            try {
                listener.wouldBePublished(letter, mended.record(letter).topic());
            } catch (Mended.NotPossibleException e) {
                listener.refused(letter, e.why());
            }
        }
    }

    /**
     * Publishes them and waits until all are acknowledged or refused.
     *
     * @throws KafkaException if one is refused for what is not its own fault; what was acknowledged is told all the same
     */
    void publish(List<DeadLetter> letters) {
        List<Sent> sent = new ArrayList<>();
        List<KafkaException> failures = new ArrayList<>();
        try {
            letters.forEach(letter -> send(letter, sent));
        } catch (KafkaException e) {
            failures.add(e);
        } finally { // what is on its way may be published, whatever happened to the next
            producer.flush();
            sent.forEach(it -> await(it, failures));
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }

    private void send(DeadLetter letter, List<Sent> sent) {
        try {
            ProducerRecord<byte[], byte[]> record = mended.record(letter);
            sent.add(new Sent(letter, producer.send(record)));
        } catch (Mended.NotPossibleException e) {
            listener.refused(letter, e.why());
        }
    }

    private void await(Sent sent, List<KafkaException> failures) {
        try {
            RecordMetadata where = sent.acknowledged.get();
            listener.published(sent.letter, where.topic() + "/" + where.partition() + "/" + where.offset());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException) {
                listener.refused(sent.letter, "it is larger than its topic or kafka.producer.max.request.size allows");
            } else {
                failures.add(e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause()));
            }
        }
    }
}
