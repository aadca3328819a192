package io.callport.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.changelog.StateRecord;
import io.callport.kafka.origin.OriginKeys;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

/** The keys of topics whose partition 0 another instance may own. */
class OriginKeyReaderTest {
    private static final TopicPartition MOOR = new TopicPartition("7moor.state", 0);
    private static final TopicPartition NXLINK = new TopicPartition("nxlink.state", 0);
    private static final OriginKey KEY = key(1);

    private final OriginKeys keys = new OriginKeys();
    private MockConsumer<byte[], byte[]> client = new MockConsumer<>("earliest");
    private final OriginKeyReader reader = new OriginKeyReader(
            new TopicSettings(
                    Map.of("7moor", family("7moor"), "nxlink", family("nxlink")), "dead", CrossVendor.REFUSE, null),
            this::open,
            keys);
    private final Map<TopicPartition, Long> ends = new HashMap<>(Map.of(MOOR, 0L, NXLINK, 0L));
    private int opened;

    private MockConsumer<byte[], byte[]> open() {
        opened++;
        client = new MockConsumer<>("earliest");
        client.updateBeginningOffsets(Map.of(MOOR, 0L, NXLINK, 0L));
        client.updateEndOffsets(ends);
        return client;
    }

    private static VendorTopics family(String vendor) {
        return new VendorTopics(vendor + ".commands", vendor + ".results", vendor + ".state", vendor + ".events");
    }

    private static OriginKey key(int of) {
        byte[] secret = new byte[OriginKey.BYTES];
        Arrays.fill(secret, (byte) of);
        return OriginKey.of(secret);
    }

    private static TopicView view(String moorId) {
        return new TopicView(Map.of(
                "7moor.state", new TopicInfo(moorId, 3, 1_000, "compact", false),
                "nxlink.state", new TopicInfo("b", 3, 1_000, "compact", false)));
    }

    private void write(TopicPartition partition, StateRecord record) {
        long offset = ends.merge(partition, 1L, Long::sum) - 1;
        client.updateEndOffsets(ends);
        client.addRecord(
                new ConsumerRecord<>(partition.topic(), partition.partition(), offset, record.key(), record.value()));
    }

    @Test
    void aKeyThatIsMadeLaterIsRead() {
        reader.read(view("a"));
        assertThat(keys.keyOf("7moor.commands")).isNull();
        write(MOOR, new StateRecord("account/7moor:1".getBytes(StandardCharsets.US_ASCII), new byte[] {1}));
        write(MOOR, KEY.record());
        reader.read(view("a"));
        assertThat(keys.keyOf("7moor.commands")).isEqualTo(KEY);
        assertThat(keys.keyOf("nxlink.commands")).isNull();
        assertThat(reader.isComplete()).isFalse();
        write(NXLINK, key(2).record());
        reader.read(view("a"));
        assertThat(reader.isComplete()).isTrue();
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void aKeyThatWasRecreatedReplacesTheFormerOne() {
        reader.read(view("a"));
        write(MOOR, KEY.record());
        reader.read(view("a"));
        write(MOOR, new StateRecord("key".getBytes(StandardCharsets.US_ASCII), null));
        reader.read(view("a"));
        assertThat(keys.keyOf("7moor.commands")).isNull();
        write(MOOR, key(3).record());
        reader.read(view("a"));
        assertThat(keys.keyOf("7moor.commands")).isEqualTo(key(3));
    }

    @Test
    void aKeyIsLostWithItsTopic() {
        reader.read(view("a"));
        write(MOOR, KEY.record());
        write(NXLINK, key(2).record());
        reader.read(view("a"));
        ends.put(MOOR, 0L);
        client.updateEndOffsets(ends);
        reader.read(view("recreated"));
        assertThat(keys.keyOf("7moor.commands")).isNull();
        assertThat(keys.keyOf("nxlink.commands")).isEqualTo(key(2));
    }

    @Test
    void aFailureKeepsWhatIsKnownAndReadsAgain() {
        reader.read(view("a"));
        write(MOOR, KEY.record());
        reader.read(view("a"));
        client.setPollException(new TopicAuthorizationException("7moor.state"));
        reader.read(view("a"));
        assertThat(keys.keyOf("7moor.commands")).isEqualTo(KEY);
        ends.put(MOOR, 0L);
        reader.read(view("a"));
        write(MOOR, key(4).record());
        reader.read(view("a"));
        assertThat(opened).isEqualTo(2);
        assertThat(keys.keyOf("7moor.commands")).isEqualTo(key(4));
    }

    @Test
    void aTopicThatDoesNotExistYetIsWaitedFor() {
        reader.read(TopicView.NONE);
        assertThat(opened).isZero();
        assertThat(reader.isComplete()).isFalse();
    }
}
