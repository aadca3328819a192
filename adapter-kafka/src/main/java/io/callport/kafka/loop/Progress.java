package io.callport.kafka.loop;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

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

    /** What to commit together with the results of those records; {@code null} if it would say nothing new. */
    @Nullable
    OffsetAndMetadata checkpoint(Set<Long> done) {
        for (Map.Entry<Long, Optional<Integer>> record : pending.entrySet()) {
            if (!done.contains(record.getKey())) {
                return checkpoint(record.getKey(), record.getValue());
            }
        }
        return checkpoint(position, leaderEpoch);
    }

    /** A checkpoint was committed. */
    void committed(OffsetAndMetadata checkpoint) {
        committed = checkpoint.offset();
    }

    /** A record's result was committed. */
    void done(long offset) {
        pending.remove(offset);
    }

    private @Nullable OffsetAndMetadata checkpoint(long lowWater, Optional<Integer> epoch) {
        return lowWater > committed ? new OffsetAndMetadata(lowWater, epoch, "") : null;
    }
}
