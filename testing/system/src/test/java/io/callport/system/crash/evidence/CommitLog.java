package io.callport.system.crash.evidence;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.coordinator.group.generated.CoordinatorRecordType;
import org.apache.kafka.coordinator.group.generated.OffsetCommitKey;
import org.apache.kafka.coordinator.group.generated.OffsetCommitValue;

/**
 * The offsets that the group committed for its commands, as the broker keeps them.
 *
 * @param byPartition the committed offsets by partition, in order
 */
public record CommitLog(Map<Integer, List<CommittedOffset>> byPartition) {
    /** Reads the offsets that are committed by now. */
    public static CommitLog read(String bootstrapServers) {
        Map<Integer, List<CommittedOffset>> byPartition = new TreeMap<>();
        TopicReader.read(bootstrapServers, Topic.GROUP_METADATA_TOPIC_NAME, record -> add(record, byPartition));
        return new CommitLog(byPartition);
    }

    private static void add(ConsumerRecord<byte[], byte[]> record, Map<Integer, List<CommittedOffset>> byPartition) {
        ByteBuffer key = ByteBuffer.wrap(record.key());
        short type = key.getShort();
        boolean offset = type == CoordinatorRecordType.OFFSET_COMMIT.id()
                || type == CoordinatorRecordType.LEGACY_OFFSET_COMMIT.id();
        if (!offset || record.value() == null) {
            return;
        }
        OffsetCommitKey committed = new OffsetCommitKey(new ByteBufferAccessor(key), (short) 0);
        if (committed.topic().equals(Topics.COMMANDS)) {
            ByteBuffer bytes = ByteBuffer.wrap(record.value());
            OffsetCommitValue value = new OffsetCommitValue(new ByteBufferAccessor(bytes), bytes.getShort());
            byPartition
                    .computeIfAbsent(committed.partition(), partition -> new ArrayList<>())
                    .add(new CommittedOffset(
                            Instant.ofEpochMilli(record.timestamp()), value.offset(), value.metadata()));
        }
    }
}
