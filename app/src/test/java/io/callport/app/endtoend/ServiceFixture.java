package io.callport.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.callport.account.Account;
import io.callport.app.service.Service;
import io.callport.config.Configuration;
import io.callport.config.file.ConfigurationFile;
import io.callport.config.file.InvalidConfigurationException;
import io.callport.contract.TrafficCheck;
import io.callport.kafka.admin.CommandSender;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.sandbox.RecordedRequest;
import io.callport.sandbox.VendorSandbox;
import io.callport.sandbox.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** The service with its own topics on a real broker, in front of stand-in vendors. */
final class ServiceFixture implements AutoCloseable {
    static final Account MOOR = Account.parse("7moor:2000103");
    static final Account CALLBOT = Account.parse("callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR");
    static final Account NXLINK = Account.parse("nxlink:fme2na3kdi3ki");
    static final String LOOKUP = "{\"customerId\":\"1234\",\"appKey\":\"k\",\"status\":1}";
    static final String MOOR_SECRET = "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3";
    static final String CALLBOT_SECRET = "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr";
    static final String SIP_PASSWORD = "123456Aa"; // in the vendor's documented example

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIG = """
            kafka:
              bootstrap.servers: %1$s
              group.id: %2$s
            topics:
              7moor: { commands: %2$s.7moor.commands, results: %2$s.7moor.results }
              callbot: { commands: %2$s.callbot.commands, results: %2$s.callbot.results }
              nxlink: { commands: %2$s.nxlink.commands, results: %2$s.nxlink.results }
              dead-letters: %2$s.dead-letters
              create: { partitions: 3, replication: 1 }
            accounts:
              - { id: "7moor:2000103", secret: HWHp9xFVlbboxIU2S6DHA7sf9sGzt3, url: "%3$s" }
              - { id: "callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR", secret: u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr, url: "%3$s", algorithm: %4$s }
              - { id: "nxlink:fme2na3kdi3ki", secret: abciiiko2k3, url: "%3$s" }
            admin: { port: 0 }
            """;

    final VendorSandbox vendors = VendorSandbox.start(0);
    final Service service;
    private final KafkaSettings kafka;
    private final CommandSender sender;

    private ServiceFixture(String bootstrap, String algorithm, String more, Function<Configuration, Service> start) {
        String name = "e" + UUID.randomUUID().toString().substring(0, 8);
        Configuration configuration = read(CONFIG.formatted(bootstrap, name, vendors.url(), algorithm) + more);
        this.kafka = configuration.kafkaSettings();
        this.service = start.apply(configuration);
        this.sender = CommandSender.open(kafka);
    }

    static ServiceFixture on(String bootstrap) {
        return on(bootstrap, "SHA256", "");
    }

    static ServiceFixture on(String bootstrap, String algorithm, String moreConfiguration) {
        return on(bootstrap, algorithm, moreConfiguration, Service::start);
    }

    static ServiceFixture on(
            String bootstrap, String algorithm, String moreConfiguration, Function<Configuration, Service> start) {
        ServiceFixture fixture = new ServiceFixture(bootstrap, algorithm, moreConfiguration, start);
        fixture.awaitReady();
        return fixture;
    }

    /** A back end that publishes with headers of its own. */
    BackEndClient backEnd() {
        return new BackEndClient(
                kafka.clients().common(),
                kafka.topics().vendors().values().stream()
                        .map(VendorTopics::results)
                        .toList());
    }

    VendorTopics topics(Account account) {
        return kafka.topics().ofVendor(account.vendor());
    }

    JsonNode send(String query, Account account, String params) {
        return send(query, account, params, Duration.ofMinutes(1));
    }

    JsonNode send(String query, Account account, String params, Duration deadline) {
        try {
            return JSON.readTree(sender.send(query, account, params, deadline));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    CommandBurst burst(Account account) {
        return new CommandBurst(kafka, account);
    }

    JsonNode sendWhile(Fault fault) {
        vendors.arm(fault);
        JsonNode result = send("number-pool.numbers", MOOR, "{}");
        vendors.clearFaults();
        return result;
    }

    String commandTopic() {
        return kafka.topics().ofVendor(MOOR.vendor()).commands();
    }

    /** The verdicts on all requests but the pings, which a schedule makes. */
    List<String> verdicts() {
        return vendors.requests().stream()
                .filter(request -> !request.path().endsWith("/ping"))
                .map(RecordedRequest::verdict)
                .toList();
    }

    @Override
    public void close() {
        vendors.close(); // first: held connections end, so that nothing in flight delays the service
        sender.close();
        service.close();
        TrafficCheck.assertOfTheContract(
                kafka.clients().common(),
                kafka.topics().required(),
                kafka.topics().replies());
    }

    private void awaitReady() {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!service.health().ready()) {
            assertThat(System.nanoTime()).as("not ready: " + service.health()).isLessThan(until);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static Configuration read(String text) {
        try {
            Path file = Files.createTempFile("callport-", ".yaml");
            file.toFile().deleteOnExit();
            Files.writeString(file, text);
            return ConfigurationFile.read(file, name -> null).configuration();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InvalidConfigurationException e) {
            throw new IllegalStateException(e.problems().toString(), e);
        }
    }
}
