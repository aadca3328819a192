package io.callport.kafka.admin;

import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.ClientSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Opens each of Kafka's clients with the configured properties and closes it again, as the service would open it:
 * whatever a client refuses then (a truststore that is not there, a class that does not exist), it refuses here. No
 * broker is asked: the address is one of this machine, where nothing listens.
 */
public final class ClientCheck {
    private static final String NOBODY = "127.0.0.1:9"; // the discard port, where nothing listens
    private static final Set<String> LOGIN_NEEDS_THE_NETWORK = Set.of("GSSAPI", "OAUTHBEARER");

    private ClientCheck() {}

    /**
     * The failures by the client, {@code consumer}, {@code producer} or {@code admin}. A client whose login asks a
     * server (GSSAPI, OAUTHBEARER) is not opened: a temporary failure is no mistake of the configuration.
     */
    public static Map<String, RuntimeException> failures(ClientSettings settings) {
        Map<String, RuntimeException> failures = new LinkedHashMap<>();
        Map<String, Object> consumer = offline(ClientProperties.ofConsumer(settings, "check"));
        Map<String, Object> producer = offline(ClientProperties.ofProducer(settings, "check"));
        Map<String, Object> admin = offline(ClientProperties.ofAdmin(settings));
        attempt(failures, "consumer", consumer, () -> {
            KafkaConsumer<byte[], byte[]> opened =
                    new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            return () -> opened.close(CloseOptions.timeout(Duration.ZERO));
        });
        attempt(failures, "producer", producer, () -> {
            var opened = new KafkaProducer<>(producer, new ByteArraySerializer(), new ByteArraySerializer());
            return () -> opened.close(Duration.ZERO);
        });
        attempt(failures, "admin", admin, () -> {
            Admin opened = Admin.create(admin);
            return () -> opened.close(Duration.ZERO);
        });
        return failures;
    }

    private static void attempt(
            Map<String, RuntimeException> failures,
            String client,
            Map<String, Object> properties,
            Supplier<Runnable> open) {
        String mechanism = String.valueOf(properties.get("sasl.mechanism")).toUpperCase(Locale.ROOT);
        String protocol = String.valueOf(properties.get("security.protocol")).toUpperCase(Locale.ROOT);
        if (protocol.startsWith("SASL_") && (mechanism.equals("NULL") || LOGIN_NEEDS_THE_NETWORK.contains(mechanism))) {
            return;
        }
        try {
            open.get().run();
        } catch (KafkaException e) {
            failures.put(client, e);
        }
    }

    private static Map<String, Object> offline(Map<String, Object> properties) {
        Map<String, Object> offline = new HashMap<>(properties);
        offline.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, NOBODY);
        return offline;
    }
}
