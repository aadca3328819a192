package io.callport.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.result.WrittenAnswer;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final PartitionProgress progress = PartitionProgress.starting(new TopicPartition("commands", 0), 0);
    private final Outbox outbox = new Outbox(1 << 20);

    @Test
    void aTransactionHoldsFiveThousandRecordsAndTheRestGoesNextTurn() {
        for (int offset = 0; offset < 5_001; offset++) {
            outbox.addRequested(delivery(offset, 1));
        }

        assertThat(outbox.drain(any -> true, delivery -> delivery))
                .hasSize(5_000)
                .extracting(Delivery::offset)
                .startsWith(0L, 1L)
                .isSorted();
        assertThat(outbox.drain(any -> true, delivery -> delivery))
                .extracting(Delivery::offset)
                .containsExactly(5_000L);
        assertThat(outbox.isEmpty()).isTrue();
    }

    @Test
    void aTransactionHoldsEightMebibytes() {
        for (int offset = 0; offset < 10; offset++) {
            outbox.addUnrequested(delivery(offset, 900_000));
        }

        assertThat(outbox.drain(any -> true, delivery -> delivery)).hasSize(9);
        assertThat(outbox.drain(any -> true, delivery -> delivery)).hasSize(1);
    }

    @Test
    void partitionsTakeTurnsAndWhatWasAskedGoesBeforeAFlood() {
        PartitionProgress quiet = PartitionProgress.starting(new TopicPartition("commands", 1), 0);
        for (int offset = 0; offset < 20_000; offset++) {
            outbox.addUnrequested(delivery(offset, 1));
        }
        for (int offset = 0; offset < 40; offset++) {
            outbox.addRequested(PublishFixture.delivery(quiet, offset));
            outbox.addUnrequested(PublishFixture.delivery(quiet, 100 + offset));
        }

        List<Delivery> first = outbox.drain(any -> true, delivery -> delivery);

        assertThat(first).as("results of requests, and a thousand others").hasSize(40 + 1_000);
        assertThat(first.stream().filter(delivery -> delivery.progress() == quiet))
                .hasSize(80);
        assertThat(outbox.full(progress, 2)).isTrue();
        assertThat(outbox.full(quiet, 2)).isFalse();
    }

    @Test
    void whatIsDecidedWithoutARequestIsNotStarvedByResults() {
        for (int offset = 0; offset < 20_000; offset++) {
            outbox.addRequested(delivery(offset, 1));
        }
        outbox.addUnrequested(delivery(20_000, 1));

        assertThat(outbox.drain(any -> true, delivery -> delivery))
                .extracting(Delivery::offset)
                .contains(20_000L);
    }

    @Test
    void blockedDeliveriesKeepNoOtherWaitingAndCountForTheirPartitionAlone() {
        for (int offset = 0; offset < 12_000; offset++) {
            outbox.addUnrequested(delivery(offset, 1));
        }
        PartitionProgress other = PartitionProgress.starting(new TopicPartition("commands", 1), 0);
        outbox.addUnrequested(PublishFixture.delivery(other, 7));
        assertThat(outbox.full()).isTrue();

        List<Delivery> taken = outbox.drain(any -> true, delivery -> delivery.progress() == progress ? null : delivery);

        assertThat(taken).extracting(Delivery::offset).containsExactly(7L);
        assertThat(outbox.anyReady(any -> true)).isFalse();
        assertThat(outbox.full()).isFalse();
        assertThat(outbox.full(progress, 3)).isTrue();
        assertThat(outbox.full(other, 3)).isFalse();
        assertThat(outbox.blocked()).containsValue(12_000);

        outbox.unblock(delivery -> null);
        assertThat(outbox.anyReady(any -> true)).isFalse();
        outbox.unblock(delivery -> delivery);
        assertThat(outbox.drain(any -> true, delivery -> delivery))
                .hasSize(1_000)
                .extracting(Delivery::offset)
                .startsWith(0L, 1L)
                .isSorted();
    }

    @Test
    void whatWaitsForItsPartitionKeepsNoOtherPartitionFromBeingRead() {
        for (int offset = 0; offset < 12_000; offset++) {
            outbox.addRequested(delivery(offset, 1));
        }
        assertThat(outbox.full()).isTrue();
        outbox.drain(partition -> partition != progress, delivery -> delivery);
        assertThat(outbox.full()).isFalse();
        assertThat(outbox.full(progress, 3)).isTrue();
    }

    @Test
    void aBlockedDeliveryThatMustWaitOnKeepsNoneBehindItWaiting() {
        outbox.addUnrequested(delivery(1, 1));
        outbox.addUnrequested(delivery(2, 1));
        outbox.drain(any -> true, delivery -> null);
        outbox.unblock(delivery -> delivery.offset() == 1 ? null : delivery);
        assertThat(outbox.drain(any -> true, delivery -> delivery))
                .extracting(Delivery::offset)
                .containsExactly(2L);
        assertThat(outbox.blocked()).containsValue(1);
    }

    @Test
    void droppedDeliveriesAreNotCountedAnyMore() {
        outbox.addUnrequested(delivery(1, 1));
        outbox.addRequested(delivery(2, 1));
        outbox.drain(any -> true, delivery -> delivery.offset() == 1 ? null : delivery);
        outbox.removeIf(delivery -> true);
        assertThat(outbox.isEmpty()).isTrue();
        assertThat(outbox.blocked()).isEmpty();
    }

    @Test
    void whatResultsShareIsHeldOnce() {
        byte[] answer = new byte[186_000];
        for (int offset = 0; offset < 5_000; offset++) {
            outbox.addUnrequested(PublishFixture.answered(progress, offset, new WrittenAnswer(answer)));
        }
        assertThat(outbox.weight()).isBetween(186_000L, 186_000L + 5_000 * 5_000);
        assertThat(outbox.drain(any -> true, delivery -> delivery))
                .as("8 MiB on the wire")
                .hasSize(44);
        while (!outbox.isEmpty()) {
            outbox.drain(any -> true, delivery -> delivery);
        }
        assertThat(outbox.weight()).isZero();
    }

    @Test
    void whatIsDroppedOrPutBackIsWeighedToo() {
        WrittenAnswer answer = new WrittenAnswer(new byte[200_000]);
        Delivery first = PublishFixture.answered(progress, 0, answer);
        outbox.addUnrequested(first);
        long one = outbox.weight();
        outbox.addUnrequested(PublishFixture.answered(progress, 1, answer));
        outbox.removeIf(it -> it.offset() == 0);
        assertThat(outbox.weight()).isEqualTo(one);
        outbox.putBack(List.of(first));
        assertThat(outbox.weight()).isEqualTo(2 * one - 200_000);
    }

    @Test
    void itIsFullByWhatItHoldsInMemory() {
        assertThat(outbox.full()).isFalse();
        outbox.addUnrequested(delivery(0, 600_000));
        assertThat(outbox.full()).isTrue();
        outbox.drain(any -> true, delivery -> delivery);
        assertThat(outbox.full()).isFalse();
    }

    private Delivery delivery(int offset, int bytes) {
        return new Delivery(PublishFixture.publication("dead", bytes), progress, offset, published -> {});
    }
}
