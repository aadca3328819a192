package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.sandbox.broker.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Small records that unpack to more than the heap are set aside, and all records beside them have their results. */
class OversizedRecordsTest {
    private static final int HEAP = 128 << 20;
    private static final int UNPACKED = HEAP + (8 << 20);

    private EmbeddedKafka broker;
    private LoopFixture fixture;
    private KafkaProducer<byte[], byte[]> packing;

    @BeforeEach
    void start() {
        broker = EmbeddedKafka.start();
        fixture = new LoopFixture(broker.bootstrapServers()).withTopics(Map.of());
        packing = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "compression.type", "gzip",
                        "linger.ms", "60000",
                        "batch.size", String.valueOf(UNPACKED + (16 << 20)),
                        "max.request.size", String.valueOf(UNPACKED + (16 << 20)),
                        "buffer.memory", String.valueOf(3L * UNPACKED)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        packing.close();
        fixture.close();
        broker.close();
    }

    @Test
    void aRecordThatUnpacksToMoreThanTheHeapIsSetAsideAndAllOthersAreAnswered() throws Exception {
        List<String> commands = new ArrayList<>();
        commands.add(fixture.send(LoopFixture.CALLBOT, LoopFixture.lookup("another partition")));
        commands.add(fixture.send(LoopFixture.MOOR, LoopFixture.groups()));
        int partition = Integer.parseInt(commands.get(1).split("/", -1)[1]);
        List<Future<RecordMetadata>> batch = List.of(
                pack(partition, LoopFixture.bytes(LoopFixture.groups())),
                pack(partition, new byte[UNPACKED]),
                pack(partition, LoopFixture.bytes(LoopFixture.groups())));
        packing.flush();
        long first = batch.get(0).get().offset();
        commands.add(fixture.commands(LoopFixture.MOOR) + "/" + partition + "/" + first);
        commands.add(fixture.send(LoopFixture.MOOR, LoopFixture.groups()));
        Future<RecordMetadata> second = pack(partition, new byte[UNPACKED]);
        packing.flush();
        commands.add(fixture.send(LoopFixture.MOOR, LoopFixture.groups()));

        Process service = startProcess();
        try {
            assertThat(fixture.read(fixture.results(LoopFixture.MOOR), 4)).hasSize(4);
            assertThat(fixture.read(fixture.results(LoopFixture.CALLBOT), 1)).hasSize(1);
            List<ConsumerRecord<byte[], byte[]>> letters = fixture.read(fixture.deadLetters(), 3);
            assertThat(letters)
                    .as("both records, and the one that no consumer can read behind the first")
                    .allSatisfy(letter -> assertThat(letter.value()).isNull())
                    .extracting(letter -> LoopFixture.headers(letter).get("__dlq.errors.offset"))
                    .containsExactly(
                            offset(first + 1),
                            offset(first + 2),
                            offset(second.get().offset()));
            assertThat(LoopFixture.headers(letters.get(0)).get("__dlq.errors.message"))
                    .contains("unpacks to more", "compression.type=uncompressed");
            fixture.send(LoopFixture.MOOR, LoopFixture.groups());
            assertThat(fixture.read(fixture.results(LoopFixture.MOOR), 5)).hasSize(5);
            assertThat(service.isAlive()).isTrue();
        } finally {
            service.destroyForcibly().waitFor();
        }
    }

    private static String offset(long offset) {
        return String.valueOf(offset);
    }

    private Future<RecordMetadata> pack(int partition, byte[] value) {
        return packing.send(new ProducerRecord<>(
                fixture.commands(LoopFixture.MOOR), partition, LoopFixture.bytes(LoopFixture.MOOR), value));
    }

    private Process startProcess() throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoopProcess.class.getName(),
                        broker.bootstrapServers(),
                        fixture.name))
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
    }
}
