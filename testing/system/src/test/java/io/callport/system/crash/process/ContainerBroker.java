package io.callport.system.crash.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.testcontainers.kafka.KafkaContainer;

/** A broker of Kafka's own image, with its data inside the container. */
final class ContainerBroker implements Broker {
    private static final String IMAGE = "apache/kafka:4.3.1";
    private static final int KAFKA = 9092;

    private final KafkaContainer container;
    private final Path output;
    private boolean running = true;

    private ContainerBroker(KafkaContainer container, Path output) {
        this.container = container;
        this.output = output;
    }

    static ContainerBroker start(Path folder) {
        int port = FreePorts.free();
        KafkaContainer container = new KafkaContainer(IMAGE);
        container.withEnv(environment());
        container.setPortBindings(List.of(port + ":" + KAFKA));
        container.start();
        return new ContainerBroker(container, folder.resolve("broker.log"));
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public Path output() {
        try {
            return Files.writeString(output, container.getLogs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void kill() {
        running = false;
        container
                .getDockerClient()
                .killContainerCmd(container.getContainerId())
                .withSignal("KILL")
                .exec();
    }

    @Override
    public void startAgain() {
        if (!running) {
            running = true;
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public void close() {
        container.stop();
    }

    /**
     * Returns the settings as the image's environment variables: {@code KAFKA_LOG_CLEANER_ENABLE} for
     * {@code log.cleaner.enable}.
     */
    private static Map<String, String> environment() {
        return BrokerSettings.ALL.entrySet().stream()
                .collect(Collectors.toMap(
                        it -> "KAFKA_" + it.getKey().replace('.', '_').toUpperCase(Locale.ROOT), Map.Entry::getValue));
    }
}
