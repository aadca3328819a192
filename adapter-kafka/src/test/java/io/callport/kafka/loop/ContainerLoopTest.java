package io.callport.kafka.loop;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The same on Kafka's own image, where a Docker engine answers. */
@EnabledIf("dockerAnswers")
class ContainerLoopTest
        implements MessagesContract,
                RecordSizeContract,
                LifecycleContract,
                HandOverContract,
                OffsetsContract,
                SnapshotContract,
                StateContract {
    private static KafkaContainer broker;

    static boolean dockerAnswers() {
        boolean inContainer = Files.exists(Path.of("/.dockerenv")); // then Testcontainers must be told where ports are
        boolean told = System.getenv("TESTCONTAINERS_HOST_OVERRIDE") != null;
        return (told || !inContainer) && DockerClientFactory.instance().isDockerAvailable();
    }

    @BeforeAll
    static void start() {
        broker = new KafkaContainer("apache/kafka:4.3.1");
        broker.start();
    }

    @AfterAll
    static void stop() {
        broker.stop();
    }

    @Override
    public String bootstrap() {
        return broker.getBootstrapServers();
    }
}
