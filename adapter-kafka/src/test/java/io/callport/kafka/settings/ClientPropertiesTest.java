package io.callport.kafka.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ClientPropertiesTest {
    private static final Map<String, Object> COMMON =
            Map.of("bootstrap.servers", "localhost:9092", "group.id", "callport");

    @Test
    void theProducerSendsLargeBatchesAndTriesAgainSoonUnlessConfiguredOtherwise() {
        assertThat(producer(Map.of()))
                .containsEntry("batch.size", "131072")
                .containsEntry("retry.backoff.ms", "10")
                .containsEntry("compression.type", "lz4");
        Map<String, Object> settings =
                Map.of("batch.size", "16384", "retry.backoff.ms", "100", "compression.type", "zstd");
        assertThat(producer(settings)).containsAllEntriesOf(settings);
    }

    private static Map<String, Object> producer(Map<String, Object> configured) {
        return ClientProperties.ofProducer(new ClientSettings(COMMON, Map.of(), configured), "callport-1");
    }
}
