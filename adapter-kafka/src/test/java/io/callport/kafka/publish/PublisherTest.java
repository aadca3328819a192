package io.callport.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.state.LoopListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What is told when a partition is crowded. */
class PublisherTest {
    private static final int OUTSTANDING = 80;

    private final OwnedPartitions partitions = new OwnedPartitions();
    private final List<String> told = new ArrayList<>();

    @Test
    void tellsHowManyWereRefusedAndNotHowManyItWanted() {
        publish(3);
        assertThat(told).containsExactly("commands 3");
    }

    @Test
    void tellsNothingWhereNoneIsLeftToRefuse() {
        publish(0);
        assertThat(told).isEmpty();
    }

    /** Of a partition that is crowded because it was read so far beyond its low-water mark. */
    private void publish(int refusable) {
        PartitionProgress crowded = PartitionProgress.starting(new TopicPartition("commands", 0), 0);
        for (int offset = 0; offset < OUTSTANDING; offset++) {
            crowded.read(offset, Optional.empty());
        }
        crowded.readUpTo(1L << 25, Optional.empty());
        crowded.change();
        partitions.begin(crowded);
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        MockConsumer<byte[], byte[]> member = new MockConsumer<>("none");
        new Publisher(
                        new PublishFixture.FakeWork(partitions, refusable),
                        PublishFixture.checkpoints(4_096),
                        PublishFixture.announcements(),
                        new Transactions(producer, member::groupMetadata),
                        new Telling())
                .publish();
    }

    private final class Telling implements LoopListener {
        @Override
        public void commandsShed(String topic, int commands) {
            told.add(topic + " " + commands);
        }
    }
}
