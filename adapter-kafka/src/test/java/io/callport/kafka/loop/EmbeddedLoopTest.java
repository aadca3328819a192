package io.callport.kafka.loop;

import io.callport.sandbox.broker.EmbeddedKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The contracts of the loop on an embedded broker. Each test has topics and a group of its own, and mostly waits. */
@Execution(ExecutionMode.CONCURRENT)
class EmbeddedLoopTest
        implements MessagesContract,
                RecordSizeContract,
                LifecycleContract,
                HandOverContract,
                OffsetsContract,
                SnapshotContract,
                StateContract {
    private static EmbeddedKafka broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedKafka.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Override
    public String bootstrap() {
        return broker.bootstrapServers();
    }
}
