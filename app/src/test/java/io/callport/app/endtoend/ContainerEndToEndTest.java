package io.callport.app.endtoend;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The same on Kafka's own image, where a Docker engine answers. */
@EnabledIf("dockerAnswers")
class ContainerEndToEndTest implements EndToEndContract {
    private static KafkaContainer broker;

    static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
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
