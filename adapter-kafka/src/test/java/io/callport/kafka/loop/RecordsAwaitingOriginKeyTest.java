package io.callport.kafka.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.loop.RecordsAwaitingOriginKey.Entry;
import io.callport.kafka.origin.OriginReader.OriginReading;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.record.InboundRecord;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A key that stays missing holds back only the records that need it, and few of those. */
class RecordsAwaitingOriginKeyTest {
    private static final PartitionProgress FLOODED =
            PartitionProgress.starting(new TopicPartition("7moor.commands", 1), 0);
    private static final PartitionProgress OTHER =
            PartitionProgress.starting(new TopicPartition("7moor.commands", 2), 0);

    private final RecordsAwaitingOriginKey records = new RecordsAwaitingOriginKey();

    private static Entry entry(PartitionProgress progress, long offset, String key, int bytes) {
        TopicPartition partition = progress.partition();
        InboundRecord record = new InboundRecord(
                partition.topic(), partition.partition(), offset, 0, null, new byte[bytes], List.of());
        return new Entry(record, null, new OriginReading(null, false), progress, key, 0);
    }

    @Test
    void aPartitionIsHeldBackByNumberAndNoOther() {
        for (int i = 0; i < 99; i++) {
            records.add(entry(FLOODED, i, "7moor.commands", 10));
        }
        assertThat(records.isFull(FLOODED)).isFalse();
        records.add(entry(FLOODED, 99, "7moor.commands", 10));
        assertThat(records.isFull(FLOODED)).isTrue();
        assertThat(records.isFull(OTHER)).isFalse();
    }

    @Test
    void aPartitionIsHeldBackByBytes() {
        records.add(entry(FLOODED, 0, "7moor.commands", 1 << 20));
        assertThat(records.isFull(FLOODED)).isTrue();
        assertThat(records.drain("7moor.commands"::equals)).hasSize(1);
        assertThat(records.isFull(FLOODED)).isFalse();
        assertThat(records.isEmpty()).isTrue();
    }

    @Test
    void whatWaitsIsWeighed() {
        assertThat(records.weight()).isZero();
        records.add(entry(FLOODED, 0, "7moor.commands", 10_000));
        records.add(entry(OTHER, 0, "nxlink.commands", 20_000));
        assertThat(records.weight()).isBetween(30_000L, 32_000L);
        records.drain("7moor.commands"::equals);
        records.forget(OTHER::equals);
        assertThat(records.weight()).isZero();
    }

    @Test
    void onlyWhatHasItsKeyGoesOnAndInOrder() {
        records.add(entry(FLOODED, 0, "7moor.commands", 1));
        records.add(entry(FLOODED, 1, "nxlink.commands", 1));
        records.add(entry(FLOODED, 2, "7moor.commands", 1));
        assertThat(records.drain("7moor.commands"::equals))
                .extracting(entry -> entry.record().offset())
                .containsExactly(0L, 2L);
        assertThat(records.isEmpty()).isFalse();
    }

    @Test
    void whatAnotherInstanceOwnsIsForgotten() {
        records.add(entry(FLOODED, 0, "7moor.commands", 1));
        records.forget(FLOODED::equals);
        assertThat(records.isEmpty()).isTrue();
    }

    @Test
    void aKeyThatStaysMissingIsReportedOnce() {
        records.add(entry(FLOODED, 0, "7moor.commands", 1));
        records.add(entry(OTHER, 0, "7moor.commands", 1));
        long soon = Duration.ofSeconds(10).toNanos();
        assertThat(records.problems(soon - 1, commands -> "7moor.state")).isEmpty();
        assertThat(records.problems(soon, commands -> "7moor.state"))
                .singleElement()
                .asString()
                .startsWith(
                        "The key in topic 7moor.state is missing, so re-routed commands and dead letters of 7moor.commands");
    }
}
