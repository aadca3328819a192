package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.kafka.KafkaLoop;
import io.callport.kafka.admin.CheckFixture;
import io.callport.kafka.admin.ClientCheck;
import io.callport.kafka.admin.ClusterCheck;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.TopicSettings.Creation;
import io.callport.kafka.state.LoopListener;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

/** Names of brokers that do not resolve yet: the service waits, since they may resolve later. */
class UnresolvedServersTest {
    private static final String SAYS = "none of the names of kafka.bootstrap.servers resolves";

    @Test
    void areWaitedFor() {
        try (KafkaLoop loop = start(unresolved())) {
            assertThat(loop.health().live()).isTrue();
            assertThat(loop.health().ready()).isFalse();
            assertThat(loop.health().reasons()).anySatisfy(it -> assertThat(it).contains(SAYS));
            long turns = loop.sinceTurn().toNanos();
            CheckFixture.until("it tries again", () -> loop.sinceTurn().toNanos() < turns);
            assertThat(loop.snapshot().partitions()).isEmpty();
            assertThat(loop.ended().toCompletableFuture()).isNotDone();
        }
    }

    @Test
    void areNoMistakeOfTheConfigurationButOneThatTheClusterCheckNames() {
        assertThat(ClientCheck.failures(unresolved().clients())).isEmpty();
        assertThat(ClusterCheck.run(unresolved()).problems())
                .singleElement()
                .asString()
                .contains(SAYS);
    }

    @Test
    void differFromWhatNoTimeHeals() {
        KafkaSettings wrong = CheckFixture.settings(
                Map.of("bootstrap.servers", "localhost:1", "metric.reporters", "no.such.Reporter"),
                Creation.BROKER_DEFAULTS);
        assertThatThrownBy(() -> start(wrong).close()).isInstanceOf(KafkaException.class);
        assertThat(ClientCheck.failures(wrong.clients())).containsOnlyKeys("consumer", "producer", "admin");
    }

    private static KafkaSettings unresolved() {
        return CheckFixture.settings(Map.of("bootstrap.servers", "kafka.invalid:9092"), Creation.BROKER_DEFAULTS);
    }

    private static KafkaLoop start(KafkaSettings settings) {
        return KafkaLoop.start(settings, vendor -> new FakeVendor(), LoopListener.NONE);
    }
}
