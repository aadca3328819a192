package io.callport.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.app.service.Service;
import io.callport.config.Configuration;
import io.callport.config.file.ConfigurationFile;
import io.callport.config.file.InvalidConfigurationException;
import io.callport.contract.TrafficCheck;
import io.callport.kafka.admin.CommandSender;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.sandbox.VendorSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The service as its operators see it: on a real broker, before stand-in vendors, through its admin port. */
final class OperatedFixture implements AutoCloseable {
    static final Account MOOR = Account.parse("7moor:2000103");
    static final Account CALLBOT = Account.parse("callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR");
    static final String MOOR_SECRET = "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3";

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final String CONFIG = """
            kafka: { bootstrap.servers: '%1$s', group.id: %2$s }
            topics:
              7moor: { commands: %2$s.7moor.commands, results: %2$s.7moor.results }
              callbot: { commands: %2$s.callbot.commands, results: %2$s.callbot.results }
              dead-letters: %2$s.dead-letters
              create: { partitions: 3, replication: 1 }
            accounts:
              - { id: "7moor:2000103", secret: HWHp9xFVlbboxIU2S6DHA7sf9sGzt3, url: '%3$s' }
              - { id: "callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR", secret: u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr, url: '%3$s' }
            admin: { port: %4$d }
            """;

    final VendorSandbox vendors = VendorSandbox.start(0);
    final String name = "o" + UUID.randomUUID().toString().substring(0, 8);
    final Service service;
    private final KafkaSettings kafka;
    private final HttpClient client = HttpClient.newHttpClient();

    private OperatedFixture(String bootstrap) {
        Configuration configuration = read(CONFIG.formatted(bootstrap, name, vendors.url(), freePort()));
        this.kafka = configuration.kafkaSettings();
        this.service = Service.start(configuration);
    }

    static OperatedFixture on(String bootstrap) {
        OperatedFixture operated = new OperatedFixture(bootstrap);
        operated.until("it is ready", () -> operated.get("/health/ready").statusCode() == 200);
        return operated;
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.adminPort() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    MetricsPage scrape() {
        return MetricsPage.of(get("/metrics").body());
    }

    /** Sends one command and waits for its result. */
    String send(String query, Account account, String params) {
        try (CommandSender sender = CommandSender.open(kafka)) {
            return sender.send(query, account, params, TIMEOUT);
        }
    }

    /** Publishes that many different queries of one agent each, and does not wait for their results. */
    void flood(int count, Duration deadline) {
        String expiry = Instant.now().plus(deadline).toString();
        publish(
                MOOR,
                IntStream.range(0, count)
                        .mapToObj(i -> "{\"query\":\"agents.list\",\"account\":\"" + MOOR + "\",\"expiresAt\":\""
                                + expiry + "\",\"params\":{\"crmId\":\"" + expiry + "-" + i + "\"}}")
                        .toList());
    }

    /** Publishes records as they are. */
    void publish(Account account, List<String> values) {
        String topic = kafka.topics().ofVendor(account.vendor()).commands();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(kafka.clients().common(), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = values.stream()
                    .map(value -> producer.send(new ProducerRecord<>(topic, bytes(account.toString()), bytes(value))))
                    .toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    void until(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("still waiting for: " + what + "; " + service.health())
                    .isLessThan(until);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Override
    public void close() {
        vendors.close(); // first: held connections end, so that nothing in flight delays the service
        service.close();
        TrafficCheck.assertOfTheContract(
                kafka.clients().common(),
                kafka.topics().required(),
                kafka.topics().replies());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Configuration read(String text) {
        try {
            Path file = Files.createTempFile("callport-", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(file, text);
            return ConfigurationFile.read(file, variable -> null).configuration();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidConfigurationException e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }
}
