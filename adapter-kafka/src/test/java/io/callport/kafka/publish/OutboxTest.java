package io.callport.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.partition.PartitionProgress;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final PartitionProgress progress = PartitionProgress.starting(new TopicPartition("commands", 0), 0);
    private final Outbox outbox = new Outbox();

    @Test
    void aTransactionHoldsFiveThousandRecordsAndTheRestGoesNextTurn() {
        for (int offset = 0; offset < 5_001; offset++) {
            outbox.add(delivery(offset, 1));
        }

        assertThat(outbox.take())
                .hasSize(5_000)
                .extracting(Delivery::offset)
                .startsWith(0L, 1L)
                .isSorted();
        assertThat(outbox.take()).extracting(Delivery::offset).containsExactly(5_000L);
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void aTransactionHoldsEightMebibytes() {
        for (int offset = 0; offset < 10; offset++) {
            outbox.add(delivery(offset, 900_000));
        }

        assertThat(outbox.take()).hasSize(9);
        assertThat(outbox.take()).hasSize(1);
    }

    private Delivery delivery(int offset, int bytes) {
        return new Delivery(PublishFixture.publication("dead", bytes), progress, offset, published -> {});
    }
}
