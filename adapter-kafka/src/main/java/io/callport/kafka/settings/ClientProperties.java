package io.callport.kafka.settings;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * The properties that each client gets: the reserved ones are set, the loop's defaults are set unless configured, all
 * other properties pass.
 */
public final class ClientProperties {
    private static final String TRANSACTION_TIMEOUT_MS =
            "10000"; // as in Kafka Streams: a crashed owner blocks readers that long
    private static final String MAX_BLOCK_MS = "5000";
    private static final long DELIVERY_TIMEOUT_MS =
            5_000; // everything waits that long for a partition that fails unforeseen
    private static final String REQUEST_TIMEOUT_MS = "5000";
    private static final String MAX_POLL_RECORDS = "5000"; // as many as a transaction holds
    private static final String BATCH_SIZE = "131072"; // a large turn needs few requests, a small one waits for nothing

    /**
     * Kafka refuses a transaction that begins before the end of the last one is written on every broker, which is soon.
     */
    private static final String RETRY_BACKOFF_MS = "10";

    private static final String COMPRESSION_TYPE = "lz4"; // every client reads it, every JVM writes it, and it is fast

    /**
     * The thread that sends events waits that long for a topic's partitions, which a broker names within milliseconds.
     */
    private static final String EVENT_MAX_BLOCK_MS = "1000";

    /**
     * Events come one by one, on several threads, and each has a vendor that waits. While five requests are in flight,
     * which takes milliseconds, the next batches fill anyway; a millisecond more fills them where Kafka is fast, and no
     * vendor notices it.
     */
    private static final String EVENT_LINGER_MS = "1";

    private ClientProperties() {}

    /**
     * The properties of the loop's consumer.
     *
     * @param instanceId the {@code group.instance.id}, which the consumer after a failure gets again: the group then
     *     does not wait for the session of the failed one. Not set with the protocol {@code consumer}, which would
     *     refuse the second consumer, unless it is configured
     */
    public static Map<String, Object> ofConsumer(ClientSettings settings, String instanceId) {
        Map<String, Object> properties = settings.forConsumer();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        properties.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS);
        if (!"consumer".equalsIgnoreCase(String.valueOf(properties.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG)))) {
            properties.putIfAbsent(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instanceId);
            properties.put(
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        }
        return properties;
    }

    /** The properties of the loop's producer. */
    public static Map<String, Object> ofProducer(ClientSettings settings, String transactionalId) {
        Map<String, Object> properties = settings.forProducer();
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
        properties.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, "0");
        properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_SIZE);
        properties.putIfAbsent(CommonClientConfigs.RETRY_BACKOFF_MS_CONFIG, RETRY_BACKOFF_MS);
        properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION_TYPE);
        properties.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryTimeout(properties));
        return properties;
    }

    /**
     * The properties of the producer of events. An event is acknowledged or fails within seconds, whatever is
     * configured for the loop's producer.
     *
     * @param waitingBytes the most bytes of events that wait
     */
    public static Map<String, Object> ofEventProducer(ClientSettings settings, long waitingBytes) {
        Map<String, Object> properties = settings.forProducer();
        properties.merge( // a name of its own, by which the metrics of clients differ
                ProducerConfig.CLIENT_ID_CONFIG, settings.groupId() + "-events", (own, usual) -> own + "-events");
        properties.remove(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, EVENT_MAX_BLOCK_MS);
        properties.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, EVENT_LINGER_MS);
        properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_SIZE);
        properties.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, String.valueOf(waitingBytes));
        properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, COMPRESSION_TYPE);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryTimeout(properties));
        return properties;
    }

    /**
     * The properties of administration clients, which soon detect that a broker is gone, unless configured otherwise.
     */
    public static Map<String, Object> ofAdmin(ClientSettings settings) {
        Map<String, Object> properties = settings.forAdmin();
        boolean configured = properties.containsKey(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG)
                || properties.containsKey(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG);
        if (!configured) { // setting one of them could contradict the other
            properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "4000");
            properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        }
        return properties;
    }

    /** The most records that a poll of the loop's consumer returns. */
    public static long mostPollRecords(ClientSettings settings) {
        return number(settings.forConsumer().getOrDefault(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_POLL_RECORDS));
    }

    /** The time for which the broker leaves a transaction open. */
    public static Duration transactionTimeout(ClientSettings settings) {
        Map<String, Object> properties = settings.forProducer();
        return Duration.ofMillis(
                number(properties.getOrDefault(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS)));
    }

    /** Kafka refuses a delivery timeout that is shorter than a request and its linger. */
    private static String deliveryTimeout(Map<String, Object> properties) {
        long request =
                number(properties.getOrDefault(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS));
        long linger = number(properties.getOrDefault(ProducerConfig.LINGER_MS_CONFIG, "0"));
        return String.valueOf(Math.max(DELIVERY_TIMEOUT_MS, request + linger));
    }

    private static long number(Object value) {
        return Long.parseLong(value.toString().strip());
    }
}
