package io.callport.kafka.takeover;

import static java.util.stream.Collectors.toSet;

import io.callport.account.Account;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.changelog.DoneChunk;
import io.callport.kafka.changelog.OffsetMarker;
import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.changelog.PartitionIdentity;
import io.callport.kafka.changelog.StateContents;
import io.callport.kafka.changelog.StateRecord;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.partition.PartitionState;
import io.callport.kafka.partition.PartitionState.FirstRecords;
import io.callport.kafka.takeover.InheritedSlots.Known;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a partition begins, by what its last owner has left. Deterministic: equal facts give equal decisions.
 *
 * <p>What is not known counts as spent, and what is lost is not guessed: the partition then waits for an operator.
 */
public final class TakeoverDecision {
    /**
     * No topic begins with fewer partitions: every partition that is begun for the first time counts as added later.
     */
    private static final int UNKNOWN_FIRST = 1;

    private final TakeoverFacts facts;
    private final Supplier<OriginKey> newKeys;
    private final @Nullable PartitionIdentity identity;

    private TakeoverDecision(TakeoverFacts facts, Supplier<OriginKey> newKeys) {
        this.facts = facts;
        this.newKeys = newKeys;
        this.identity = facts.contents().identity();
    }

    /**
     * Decides how a partition begins, or what keeps it from beginning.
     *
     * @param newKeys draws the key of a state topic that has none
     */
    public static TakeoverResult decide(TakeoverFacts facts, Supplier<OriginKey> newKeys) {
        return new TakeoverDecision(facts, newKeys).decide();
    }

    private TakeoverResult decide() {
        String damaged = facts.contents().problem();
        if (damaged != null) {
            return blocked("The state of partition " + facts.partition() + " cannot be read: " + damaged);
        }
        return facts.committed().map(this::resume).orElseGet(this::withoutOffset);
    }

    private TakeoverResult resume(OffsetAndMetadata committed) {
        return OffsetMarker.read(committed.metadata())
                .fold(
                        marker -> withMarker(committed, marker),
                        foreign -> withoutMarker(committed),
                        version -> blocked("The offset of partition " + facts.partition() + " has metadata of version "
                                + version
                                + ", of a release that had no state topic; configure another group.id, and stop"
                                + " every instance of the old group before the new one starts"),
                        version -> blocked("The offset of partition " + facts.partition() + " has metadata of version "
                                + version + ", which a newer release has written; start that release here"),
                        why -> blocked("The metadata of partition " + facts.partition() + " at offset "
                                + committed.offset() + " is damaged (" + why + "); " + reset()));
    }

    private TakeoverResult withMarker(OffsetAndMetadata committed, OffsetMarker marker) {
        TakeoverFacts.TopicFacts topics = facts.topics();
        if (!marker.stateTopicId().equals(topics.stateTopicId())) {
            return lost("the state topic was deleted and made again");
        }
        if (topics.stateEnd() <= marker.stateOffset()) {
            return lost(
                    "it ends at offset " + topics.stateEnd() + ", but had a record at offset " + marker.stateOffset());
        }
        if (identity == null) {
            return lost("it has no record named partition");
        }
        if (!identity.groupId().equals(facts.groupId())) {
            return foreign(identity);
        }
        if (!marker.topicId().equals(topics.topicId())) {
            return begin(new OffsetAndMetadata(0), false, known(identity), identity.firstPartitions());
        }
        return begin(committed, true, known(identity), identity.firstPartitions());
    }

    /**
     * Begins at an offset that another tool has set: what is done beyond it belongs to the offset that was there
     * before.
     */
    private TakeoverResult withoutMarker(OffsetAndMetadata committed) {
        if (identity == null || !identity.groupId().equals(facts.groupId())) {
            return begin(committed, false, Known.NONE, UNKNOWN_FIRST);
        }
        return begin(committed, false, known(identity), identity.firstPartitions());
    }

    /** Begins at offset 0, wherever the log begins: a request for the log's start would wait behind a running fetch. */
    private TakeoverResult withoutOffset() {
        OffsetAndMetadata start = new OffsetAndMetadata(0);
        if (identity != null) {
            return identity.groupId().equals(facts.groupId())
                    ? begin(start, false, known(identity), identity.firstPartitions())
                    : foreign(identity);
        }
        if (!facts.contents().accounts().isEmpty() || !facts.contents().chunks().isEmpty()) {
            return begin(start, false, Known.NONE, UNKNOWN_FIRST); // records without an identity: a part is lost
        }
        int first = firstPartitions();
        return begin(start, false, first == facts.topics().partitions() ? Known.ALL : Known.NONE, first);
    }

    /**
     * The number of partitions with which the group's state began, as the other partitions have it. What an aborted
     * transaction wrote is no record: where nothing was ever committed, the group begins now.
     */
    private int firstPartitions() {
        List<StateContents> begun =
                facts.others().stream().filter(other -> other.records() > 0).toList();
        if (begun.isEmpty()) {
            return facts.topics().partitions();
        }
        Set<Integer> said = begun.stream().map(this::firstPartitions).collect(toSet());
        return said.size() == 1 ? said.iterator().next() : UNKNOWN_FIRST;
    }

    private int firstPartitions(StateContents other) {
        PartitionIdentity begun = other.problem() == null ? other.identity() : null;
        return begun == null || !begun.groupId().equals(facts.groupId()) ? UNKNOWN_FIRST : begun.firstPartitions();
    }

    /**
     * The accounts without a record that have spent nothing: after partitions were added, those that were here before.
     */
    private Known known(PartitionIdentity ours) {
        return ours.partitions() == facts.topics().partitions()
                ? Known.ALL
                : new Known(ours.partitions(), facts.topics().partitions());
    }

    /**
     * Begins a partition.
     *
     * @param doneIsOurs whether the done chunks belong to the offset; if not, they are void
     * @param first the number of partitions with which the group's state began
     */
    private TakeoverResult begin(OffsetAndMetadata from, boolean doneIsOurs, Known known, int first) {
        TakeoverFacts.TopicFacts topics = facts.topics();
        List<StateRecord> tombstones = new ArrayList<>();
        NavigableMap<Long, BitSet> chunks = facts.contents().chunks();
        if (!doneIsOurs) {
            chunks.keySet().forEach(number -> tombstones.add(DoneChunk.tombstone(number)));
        }
        Map<Account, AccountState> home = new HashMap<>();
        facts.contents().accounts().forEach((account, record) -> {
            if (AccountHomes.partitionOf(account, topics.partitions())
                    == facts.partition().partition()) {
                home.put(account, record);
            } else {
                tombstones.add(AccountState.tombstone(account));
            }
        });
        PartitionIdentity next = new PartitionIdentity(facts.groupId(), topics.topicId(), topics.partitions(), first);
        OffsetMarker marker = new OffsetMarker(
                topics.topicId(), topics.stateTopicId(), first, facts.contents().lastOffset());
        OriginKey newKey = needsKey() ? newKeys.get() : null;
        boolean needed = !doneIsOurs || !tombstones.isEmpty() || newKey != null || !next.equals(identity);
        PartitionState state = new PartitionState(
                facts.statePartition(),
                marker,
                doneIsOurs ? chunks.keySet() : List.of(),
                new FirstRecords(tombstones, newKey, next, needed));
        PartitionProgress progress = needed && !doneIsOurs
                ? PartitionProgress.starting(facts.partition(), from.offset())
                : PartitionProgress.resuming(facts.partition(), from.offset(), done(from.offset(), chunks));
        return new TakeoverResult.Ready(progress, from, state, new InheritedSlots(facts.partition(), home, known));
    }

    private boolean needsKey() {
        return facts.partition().partition() == 0 && facts.contents().originKey() == null;
    }

    /** The offsets that are done from the low-water mark on, relative to the mark. */
    private static BitSet done(long lowWater, NavigableMap<Long, BitSet> chunks) {
        BitSet done = new BitSet();
        chunks.tailMap(DoneChunk.numberOf(lowWater), true).forEach((number, bits) -> {
            long first = number * DoneChunk.SIZE - lowWater;
            for (int bit = bits.nextSetBit(0); bit >= 0; bit = bits.nextSetBit(bit + 1)) {
                if (first + bit >= 0) {
                    done.set(Math.toIntExact(first + bit));
                }
            }
        });
        return done;
    }

    private TakeoverResult lost(String why) {
        return blocked("The state of partition " + facts.partition() + " in topic "
                + facts.statePartition().topic() + " is lost: " + why + "; " + reset()
                + ", and every account counts as having spent its whole budget for one window");
    }

    private TakeoverResult foreign(PartitionIdentity other) {
        return blocked("Topic " + facts.statePartition().topic() + " has the state of group " + other.groupId()
                + ", but this group is " + facts.groupId()
                + "; give each group its own state topic (topics: state), or reset the offset of this one with"
                + " kafka-consumer-groups if the other group is gone for good");
    }

    private static String reset() {
        return "to go on without it, stop every instance and reset the offset with kafka-consumer-groups; commands behind"
                + " the new offset get a result again";
    }

    private static TakeoverResult blocked(String what) {
        return new TakeoverResult.Blocked(what);
    }
}
