package io.callport.kafka.partition;

import io.callport.kafka.changelog.OffsetMarker;
import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.changelog.PartitionIdentity;
import io.callport.kafka.changelog.StateRecord;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The records that the state topic has of one partition of commands, as far as this assignment knows, and the records
 * that the assignment's first transaction must write. Not thread-safe.
 */
public final class PartitionState {
    private final TopicPartition statePartition;
    private final String topicId;
    private final String stateTopicId;
    private final NavigableSet<Long> chunks = new TreeSet<>();
    private final FirstRecords firstRecords;
    private boolean begun;
    private long stateOffset;

    /**
     * The records of an assignment's first transaction: without them, what the state topic says is not true any more.
     *
     * @param tombstones the records that end what is void: chunks of another log, accounts that have their home
     *     elsewhere
     * @param newKey the key of the state topic, which has none yet; {@code null} for the partitions that need not write
     *     it
     * @param identity the identity to write last
     * @param needed whether the state topic lacks any of these records, or the committed offset has no marker
     */
    public record FirstRecords(
            List<StateRecord> tombstones, @Nullable OriginKey newKey, PartitionIdentity identity, boolean needed) {
        public FirstRecords {
            tombstones = List.copyOf(tombstones);
        }
    }

    /**
     * The state of a partition that is about to begin.
     *
     * @param statePartition the partition of the state topic
     * @param marker the marker of the offset: the ids of both topics as they are at the beginning, and the last record
     * @param chunks the numbers of the chunks that the state topic has and that still say something
     */
    public PartitionState(
            TopicPartition statePartition, OffsetMarker marker, Iterable<Long> chunks, FirstRecords firstRecords) {
        this.statePartition = statePartition;
        this.topicId = marker.topicId();
        this.stateTopicId = marker.stateTopicId();
        this.stateOffset = marker.stateOffset();
        this.firstRecords = firstRecords;
        this.begun = !firstRecords.needed();
        chunks.forEach(this.chunks::add);
    }

    public TopicPartition statePartition() {
        return statePartition;
    }

    /** The id of the command topic with which the partition was begun. */
    public String topicId() {
        return topicId;
    }

    /** The id of the state topic with which the partition was begun. */
    public String stateTopicId() {
        return stateTopicId;
    }

    /** The metadata of the next committed offset. */
    public String marker() {
        return new OffsetMarker(topicId, stateTopicId, firstRecords.identity().firstPartitions(), stateOffset).text();
    }

    /** The records of the first transaction; {@code null} once they are committed. */
    public @Nullable FirstRecords firstRecords() {
        return begun ? null : firstRecords;
    }

    /** The numbers of the chunks that the state topic has although all their offsets are below the low-water mark. */
    public List<Long> chunksBelow(long chunk) {
        return List.copyOf(chunks.headSet(chunk, false));
    }

    /** The number of chunks that the state topic has. */
    public int chunks() {
        return chunks.size();
    }

    /**
     * Notes that a transaction was committed.
     *
     * @param written the numbers of the chunks that it wrote
     * @param removed the numbers of the chunks that it removed
     * @param last the offset of the last record that it wrote on the state partition; -1 if it wrote none
     */
    public void committed(Iterable<Long> written, Iterable<Long> removed, long last) {
        removed.forEach(chunks::remove);
        written.forEach(chunks::add);
        stateOffset = Math.max(stateOffset, last);
        begun = true;
    }
}
