package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReadFairnessTest {
    private static final TopicPartition FLOOD = new TopicPartition("commands", 0);
    private static final TopicPartition QUIET = new TopicPartition("commands", 1);
    private static final int POLL = 5_000;

    private final ReadFairness turns = new ReadFairness();

    private Set<TopicPartition> held(Map<TopicPartition, Integer> polled, long flooded, long quiet) {
        return turns.partitionsToPause(
                polled, List.of(FLOOD, QUIET), partition -> partition.equals(FLOOD) ? flooded : quiet);
    }

    @Test
    void aFloodWaitsWhileOthersHaveUnreadRecords() {
        assertThat(held(Map.of(FLOOD, POLL), 200_000, 2_500)).containsExactly(FLOOD);
        assertThat(held(Map.of(QUIET, 500), 200_000, 2_000)).containsExactly(FLOOD);
        assertThat(held(Map.of(QUIET, 2_000), 200_000, 0)).isEmpty();
    }

    @Test
    void twoFloodsShare() {
        long[] read = new long[2];
        Set<TopicPartition> held = Set.of();
        for (int poll = 0; poll < 100; poll++) { // a consumer gives all of the first one before it turns to the other
            TopicPartition next = held.contains(FLOOD) ? QUIET : FLOOD;
            read[next.partition()] += POLL;
            held = held(Map.of(next, POLL), 200_000, 200_000);
        }
        assertThat(read[0] - read[1]).isBetween(-(long) POLL, (long) POLL);
    }

    @Test
    void whoHasNothingToReadKeepsNobodyWaiting() {
        assertThat(held(Map.of(FLOOD, POLL), 200_000, 0)).isEmpty();
        assertThat(held(Map.of(FLOOD, POLL), 200_000, 0)).isEmpty();
        assertThat(held(Map.of(FLOOD, ReadFairness.AHEAD), 200_000, 1))
                .as("what was read before does not count")
                .isEmpty();
        assertThat(held(Map.of(FLOOD, POLL), 200_000, 1)).containsExactly(FLOOD);
    }

    @Test
    void whatCannotBeReadKeepsNobodyWaitingForLong() {
        assertThat(held(Map.of(FLOOD, POLL), 200_000, 1)).containsExactly(FLOOD);
        assertThat(held(Map.of(), 200_000, 1)).isEmpty();
    }

    @Test
    void aQuietServiceIsNotAskedForItsUnreadRecords() {
        Set<TopicPartition> held =
                turns.partitionsToPause(Map.of(FLOOD, ReadFairness.AHEAD), List.of(FLOOD, QUIET), partition -> {
                    throw new IllegalStateException("asked");
                });
        assertThat(held).isEmpty();
    }
}
