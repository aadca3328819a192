package io.callport.app.endtoend;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The end-to-end contracts on Kafka's own image, if a Docker engine is there. */
@EnabledIf("dockerAnswers")
class ContainerEndToEndTest implements EndToEndContract, BudgetContract {
    private static KafkaContainer broker;

    static boolean dockerAnswers() {
        boolean inContainer =
                Files.exists(Path.of("/.dockerenv")); // then Testcontainers needs the address of the ports
        boolean addressKnown = System.getenv("TESTCONTAINERS_HOST_OVERRIDE") != null;
        return (addressKnown || !inContainer) && DockerClientFactory.instance().isDockerAvailable();
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
