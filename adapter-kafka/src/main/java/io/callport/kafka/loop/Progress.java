package io.callport.kafka.loop;

import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far one assignment of a partition has come: which records were read and have no result yet. The low-water mark is the
 * offset below which every command has its result; offsets have gaps, so it moves over them with the position.
 *
 * <p>A partition that is assigned again gets a new one, so that what belongs to an old assignment can be told.
 */
final class Progress {
    final TopicPartition partition;
    private final TreeMap<Long, Optional<Integer>> pending = new TreeMap<>();
    private long position = -1;
    private Optional<Integer> leaderEpoch = Optional.empty();
    private long committed = -1;

    Progress(TopicPartition partition) {
        this.partition = partition;
    }

    /** A record was read; false if it was read before. */
    boolean read(long offset, Optional<Integer> epoch) {
        if (offset < position) {
            return false;
        }
        pending.put(offset, epoch);
        position = offset + 1;
        return true;
    }

    /** Everything below an offset was read, gaps included. */
    void readUpTo(long offset, Optional<Integer> epoch) {
        position = Math.max(position, offset);
        leaderEpoch = epoch;
    }

    /** A record's result is in the transaction that is about to be committed. */
    void done(long offset) {
        pending.remove(offset);
    }

    /** Whether a commit would say anything new. */
    boolean moved() {
        return lowWater() > committed;
    }

    OffsetAndMetadata checkpoint() {
        Optional<Integer> epoch =
                pending.isEmpty() ? leaderEpoch : pending.firstEntry().getValue();
        return new OffsetAndMetadata(lowWater(), epoch, "");
    }

    void committed(long offset) {
        committed = offset;
    }

    private long lowWater() {
        return pending.isEmpty() ? position : pending.firstKey();
    }
}
