package io.callport.kafka.admin;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.changelog.MarkerReading;
import io.callport.kafka.changelog.OffsetMarker;
import io.callport.switchboard.SpentSlots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state that Kafka keeps of one account and of its home partition, as the partition's next owner would read it.
 * Immutable.
 *
 * @param account the account
 * @param readAt the time at which this was read, by the clock of this machine
 * @param home the home partition, and where its state is
 * @param offset the group's committed offset of the home partition; {@code null} if there is none
 * @param contents the contents of the state partition as a whole
 * @param accountRecord the account's own record; {@code null} if there is none, so that all its slots are free
 * @param problem the problem that keeps a new owner from beginning the partition, and the remedy, as a sentence without
 *     its full stop; {@code null} if nothing does
 */
public record StateView(
        Account account,
        Instant readAt,
        Home home,
        @Nullable CommittedOffset offset,
        Contents contents,
        @Nullable AccountRecord accountRecord,
        @Nullable String problem) {
    /**
     * The home partition of an account.
     *
     * @param groupId the group of the service
     * @param commands the command topic
     * @param topicId the id of the command topic
     * @param partitions the number of partitions of the command topic
     * @param state the state topic
     * @param stateTopicId the id of the state topic
     * @param partition the number of the home partition, which is also that of the state's partition
     */
    public record Home(
            String groupId,
            String commands,
            String topicId,
            int partitions,
            String state,
            String stateTopicId,
            int partition) {}

    /** The kinds of metadata that a committed offset may have. */
    public enum Metadata {
        /** The marker of Callport, which this release reads. */
        MARKER,
        /** None, or that of another program: a tool has set the offset. */
        FOREIGN,
        /** The text of a release that had no state topic. */
        OLD,
        /** The marker of a newer release. */
        NEWER,
        /** A marker that is no longer what was written. */
        DAMAGED
    }

    /**
     * A committed offset with its metadata.
     *
     * @param offset the low-water mark: every command below it has its result
     * @param metadata the kind of its metadata
     * @param detail more about metadata that are no marker, in words; empty for a marker
     * @param marker the marker; {@code null} if the metadata are none
     */
    public record CommittedOffset(
            long offset,
            Metadata metadata,
            String detail,
            @Nullable Marker marker) {
        static CommittedOffset of(long offset, MarkerReading metadata) {
            return metadata.fold(
                    marker -> new CommittedOffset(offset, Metadata.MARKER, "", Marker.of(marker)),
                    foreign -> other(
                            offset,
                            Metadata.FOREIGN,
                            foreign.empty() ? "there is no metadata" : "the metadata are of another program"),
                    version -> other(offset, Metadata.OLD, "version " + version),
                    version -> other(offset, Metadata.NEWER, "version " + version),
                    why -> other(offset, Metadata.DAMAGED, why));
        }

        private static CommittedOffset other(long offset, Metadata metadata, String detail) {
            return new CommittedOffset(offset, metadata, detail, null);
        }
    }

    /**
     * The marker of a committed offset.
     *
     * @param topicId the id of the command topic with which the partition was begun
     * @param stateTopicId the id of the state topic
     * @param firstPartitions the number of the command topic's partitions when the group's state began
     * @param stateOffset the offset of the last state record that was known to be committed; -1 if none was
     */
    public record Marker(String topicId, String stateTopicId, int firstPartitions, long stateOffset) {
        static Marker of(OffsetMarker marker) {
            return new Marker(marker.topicId(), marker.stateTopicId(), marker.firstPartitions(), marker.stateOffset());
        }
    }

    /**
     * The contents of a state partition.
     *
     * @param identity the group and topic that it belongs to; {@code null} if no record says it
     * @param accounts the number of accounts with slots that were not free
     * @param chunks the number of chunks of 8,192 offsets, some of which have their result beyond the low-water mark
     * @param endOffset the high-water mark of the state partition when the reading began
     * @param key whether it holds the key of the group's tags, as partition 0 does; the key itself is not shown
     */
    public record Contents(@Nullable Identity identity, int accounts, int chunks, long endOffset, boolean key) {}

    /**
     * The group and topic that a state partition belongs to.
     *
     * @param groupId the id of the group
     * @param topicId the id of the command topic
     * @param partitions the number of the command topic's partitions when this was written
     * @param firstPartitions the number of the command topic's partitions when the group's state began
     */
    public record Identity(String groupId, String topicId, int partitions, int firstPartitions) {}

    /**
     * The record of an account.
     *
     * @param budget the budget that its slots were spent of
     * @param writtenAt the record's timestamp, most often by the clock of the instance that wrote it
     * @param slots the slots as of {@link StateView#readAt}, the youngest first: the time since the record's timestamp
     *     is added to the record's ages, as far as the two clocks agree
     * @param lastSlotFreeAt the time at which the last slot is free, if the instance that wrote the record goes on
     * @param freeAfterTakeover the time that a new owner would wait for the last slot: it counts on from the ages as
     *     written
     */
    public record AccountRecord(
            Budget budget,
            Instant writtenAt,
            List<SpentSlots> slots,
            Instant lastSlotFreeAt,
            Duration freeAfterTakeover) {
        public AccountRecord {
            slots = List.copyOf(slots);
        }

        static AccountRecord of(AccountState state, Instant writtenAt, Instant readAt) {
            Instant from = writtenAt.isAfter(readAt) ? readAt : writtenAt; // clocks of two machines may differ
            Duration since = Duration.between(from, readAt);
            List<SpentSlots> currentSlots = state.slots().stream()
                    .map(each -> new SpentSlots(each.count(), each.endedAgo().plus(since)))
                    .toList();
            return new AccountRecord(
                    state.budget(), writtenAt, currentSlots, from.plus(state.freeIn()), state.freeIn());
        }
    }
}
