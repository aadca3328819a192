package io.callport.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.state.PartitionSnapshot.HeldBack;
import io.callport.kafka.topics.StableOffsetWatcher.Ends;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** An open transaction that lasts is reported, and no other one is. */
class StableOffsetWatcherTest {
    private static final TopicPartition PARTITION = new TopicPartition("7moor.commands", 1);
    private static final TopicPartition OTHER = new TopicPartition("7moor.commands", 2);

    private final Map<TopicPartition, Ends> ends = new HashMap<>();
    private CompletableFuture<Map<TopicPartition, Ends>> answer = new CompletableFuture<>();
    private int asked;
    private final StableOffsetWatcher watch = new StableOffsetWatcher(partitions -> {
        asked++;
        return answer;
    });
    private long now;

    private void ask(Duration after) {
        now += after.toNanos();
        watch.ask(Set.of(PARTITION, OTHER));
        answer.complete(Map.copyOf(ends));
        watch.advance(now);
        answer = new CompletableFuture<>();
    }

    private void ask() {
        ask(Duration.ofSeconds(5));
    }

    @Test
    void aTransactionThatStaysOpenIsReportedAfterTenSeconds() {
        ends.put(PARTITION, new Ends(40, 47));
        ask();
        ask();
        assertThat(watch.warnings(now)).isEmpty();
        assertThat(watch.heldBack(now)).containsEntry(PARTITION, new HeldBack(7, Duration.ofSeconds(5)));
        ends.put(PARTITION, new Ends(40, 57));
        ask();
        assertThat(watch.warnings(now))
                .singleElement()
                .asString()
                .startsWith(
                        "Partition 7moor.commands-1 is held back at offset 40 by the open transaction of a publisher, for"
                                + " 10 s: 17 records from there on wait for its end")
                .contains("kafka-transactions.sh abort");
    }

    @Test
    void manyShortTransactionsAreNothing() {
        for (int i = 0; i < 20; i++) {
            ends.put(PARTITION, new Ends(40 + i, 47 + i));
            ask();
            assertThat(watch.warnings(now)).isEmpty();
        }
    }

    @Test
    void aTransactionThatEndedIsForgotten() {
        ends.put(PARTITION, new Ends(40, 47));
        ask();
        ask();
        ask();
        ends.put(PARTITION, new Ends(48, 48));
        ask();
        assertThat(watch.warnings(now)).isEmpty();
        assertThat(watch.heldBack(now)).isEmpty();
    }

    @Test
    void aPartitionThatAnotherInstanceOwnsIsForgotten() {
        ends.put(PARTITION, new Ends(40, 47));
        ask();
        watch.ask(Set.of());
        assertThat(watch.heldBack(now)).isEmpty();
    }

    @Test
    void oneAnswerIsAwaitedAtATimeAndAFailureKeepsWhatWasSeen() {
        ends.put(PARTITION, new Ends(40, 47));
        ask();
        watch.ask(Set.of(PARTITION));
        watch.ask(Set.of(PARTITION));
        assertThat(asked).isEqualTo(2);
        answer.completeExceptionally(new IllegalStateException("no broker"));
        watch.advance(now);
        assertThat(watch.heldBack(now)).containsOnlyKeys(PARTITION);
        watch.ask(Set.of(PARTITION));
        assertThat(asked).isEqualTo(3);
    }
}
