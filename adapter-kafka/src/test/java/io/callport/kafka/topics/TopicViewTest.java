package io.callport.kafka.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicViewTest {
    /** The hashes are Kafka's own test vectors for murmur2. */
    @ParameterizedTest
    @CsvSource({"21, -973932308", "foobar, -790332482", "a-little-bit-long-string, -985981536"})
    void aKeysPartitionIsItsMurmur2WithoutItsSign(String key, int murmur2) {
        TopicView view = new TopicView(Map.of("t", new TopicInfo(1_000_003, 1, false)));

        assertThat(view.partitionOf("t", key.getBytes(UTF_8))).isEqualTo((murmur2 & 0x7fffffff) % 1_000_003);
    }

    @Test
    void aRecordWithoutAKeyGoesToTheFirstPartition() {
        assertThat(new TopicView(Map.of("t", new TopicInfo(6, 1, false))).partitionOf("t", null))
                .isZero();
    }

    @Test
    void onlyPartitionsThatThereAreExist() {
        TopicView view = new TopicView(Map.of("t", new TopicInfo(2, 1, true)));

        assertThat(view.exists("t")).isTrue();
        assertThat(view.exists("u")).isFalse();
        assertThat(view.exists("t", 1)).isTrue();
        assertThat(view.exists("t", 2)).isFalse();
        assertThat(view.exists("t", -1)).isFalse();
        assertThat(view.exists("u", 0)).isFalse();
        assertThat(view.compacted("t")).isTrue();
        assertThat(view.compacted("u")).isFalse();
    }

    @Test
    void aTopicThatIsNotKnownHasNoLimit() {
        assertThatThrownBy(() -> TopicView.NONE.largestRecord("t"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("topic t is not known to exist");
    }
}
