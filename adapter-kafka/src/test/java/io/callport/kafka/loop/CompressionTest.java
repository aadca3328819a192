package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.sandbox.broker.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.record.internal.FileRecords;
import org.apache.kafka.common.record.internal.RecordBatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compression of the records on a broker's disk. */
class CompressionTest {
    private static final int ANSWER = 200_000;

    @TempDir
    Path directory;

    @Test
    void answersAreCompressedUnlessConfiguredOtherwise() throws IOException {
        assertThat(compressions(Map.of())).containsExactly("lz4");
        assertThat(compressions(Map.of("compression.type", "zstd"))).containsExactly("zstd");
        assertThat(compressions(Map.of("compression.type", "none"))).containsExactly("none");
    }

    private Set<String> compressions(Map<String, Object> client) throws IOException {
        Path data = directory.resolve("of-" + client.size() + client.hashCode());
        String topic;
        try (EmbeddedKafka broker = EmbeddedKafka.open(data, 0, Map.of());
                LoopFixture fixture = new LoopFixture(broker.bootstrapServers()).withTopics(Map.of())) {
            fixture.clientProperties.putAll(client);
            fixture.startReady();
            fixture.vendor.compressible = true;
            fixture.vendor.answerSize = ANSWER;
            fixture.send(LoopFixture.MOOR, LoopFixture.groups());
            topic = fixture.results(LoopFixture.MOOR);
            assertThat(fixture.read(topic, 1).get(0).value()).hasSizeGreaterThan(ANSWER);
        }
        return compressions(data, topic);
    }

    private static Set<String> compressions(Path data, String topic) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path log : logs(data, topic)) {
            try (FileRecords records = FileRecords.open(log.toFile(), false)) {
                for (RecordBatch batch : records.batches()) {
                    if (!batch.isControlBatch()) {
                        found.add(batch.compressionType().name);
                        assertThat(batch.sizeInBytes() < ANSWER).isEqualTo(batch.isCompressed());
                    }
                }
            }
        }
        return found;
    }

    private static List<Path> logs(Path data, String topic) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> file.getParent().getFileName().toString().startsWith(topic + "-"))
                    .toList();
        }
    }
}
