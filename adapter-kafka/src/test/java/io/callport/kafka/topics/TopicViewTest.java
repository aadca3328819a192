package io.callport.kafka.topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicViewTest {
    /** The hashes are Kafka's own test vectors for murmur2. */
    @ParameterizedTest
    @CsvSource({"21, -973932308", "foobar, -790332482", "a-little-bit-long-string, -985981536"})
    void aKeysPartitionIsItsMurmur2WithoutItsSign(String key, int murmur2) {
        TopicView view = new TopicView(Map.of("t", new TopicInfo("id", 1_000_003, 1, "delete", false)));

        assertThat(view.partitionOf("t", key.getBytes(UTF_8))).isEqualTo((murmur2 & 0x7fffffff) % 1_000_003);
    }

    @Test
    void aRecordWithoutAKeyGoesToTheFirstPartition() {
        assertThat(new TopicView(Map.of("t", new TopicInfo("id", 6, 1, "delete", false))).partitionOf("t", null))
                .isZero();
    }

    @Test
    void onlyPartitionsThatThereAreExist() {
        TopicView view = new TopicView(Map.of("t", new TopicInfo("id", 2, 1, "compact,delete", false)));

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
    void onlyTheExactPolicyIsThatOfAStateTopic() {
        assertThat(view("compact").onlyCompacted("t")).isTrue();
        assertThat(view("compact,delete").onlyCompacted("t")).isFalse();
        assertThat(view("delete").onlyCompacted("t")).isFalse();
        assertThat(view(null).onlyCompacted("t"))
                .as("a policy that may not be read")
                .isFalse();
        assertThat(view("compact").onlyCompacted("u")).isFalse();
        assertThat(view(null).compacted("t")).isFalse();
    }

    private static TopicView view(@Nullable String policy) {
        return new TopicView(Map.of("t", new TopicInfo("id", 1, 1, policy, false)));
    }

    @Test
    void aTopicIsKnownByItsId() {
        TopicView view = view("delete");
        assertThat(view.id("t")).isEqualTo("id");
        assertThatThrownBy(() -> view.id("u")).hasMessage("topic u is not known to exist");
    }

    @Test
    void aTopicThatIsNotKnownHasNoLimit() {
        assertThatThrownBy(() -> TopicView.NONE.largestRecord("t"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("topic t is not known to exist");
    }
}
