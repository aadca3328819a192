package io.callport.kafka.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.dispatch.Dispatcher;
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

/** What is reported when a partition is crowded. */
class PublisherTest {
    private static final int OUTSTANDING = 80;

    private final OwnedPartitions partitions = new OwnedPartitions();
    private final List<String> reported = new ArrayList<>();

    @Test
    void reportsHowManyWereRefusedAndNotHowManyItWanted() {
        publish(3);
        assertThat(reported).containsExactly("commands 3");
    }

    @Test
    void reportsNothingWhereNoneIsLeftToRefuse() {
        publish(0);
        assertThat(reported).isEmpty();
    }

    /** Of a partition that is crowded because it was read so far beyond its low-water mark. */
    private void publish(int refusable) {
        PartitionProgress crowded = PartitionProgress.starting(new TopicPartition("commands", 0), 0);
        for (int offset = 0; offset < OUTSTANDING; offset++) {
            crowded.markRead(offset, Optional.empty());
        }
        crowded.markReadUpTo(1L << 25, Optional.empty());
        partitions.begin(crowded);
        Dispatcher dispatcher = PublishFixture.dispatcher(partitions);
        for (int offset = 0; offset < refusable; offset++) {
            PublishFixture.accept(dispatcher, crowded, offset);
        }
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        MockConsumer<byte[], byte[]> member = new MockConsumer<>("none");
        new Publisher(
                        partitions,
                        new Outbox(),
                        dispatcher,
                        PublishFixture.checkpoints(4_096, dispatcher),
                        PublishFixture.announcements(dispatcher),
                        new Transactions(producer, member::groupMetadata),
                        new RecordingListener())
                .publish();
    }

    private final class RecordingListener implements LoopListener {
        @Override
        public void commandsShed(String topic, int commands) {
            reported.add(topic + " " + commands);
        }
    }
}
