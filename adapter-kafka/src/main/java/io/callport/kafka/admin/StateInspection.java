package io.callport.kafka.admin;

import io.callport.account.Account;
import io.callport.kafka.admin.SliceReader.Slice;
import io.callport.kafka.admin.StateView.AccountRecord;
import io.callport.kafka.admin.StateView.CommittedOffset;
import io.callport.kafka.admin.StateView.Contents;
import io.callport.kafka.admin.StateView.Home;
import io.callport.kafka.admin.StateView.Identity;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.changelog.OffsetMarker;
import io.callport.kafka.changelog.OriginKey;
import io.callport.kafka.changelog.PartitionIdentity;
import io.callport.kafka.changelog.StateContents;
import io.callport.kafka.client.ClusterFailure;
import io.callport.kafka.client.GrouplessConsumer;
import io.callport.kafka.client.KafkaFutures;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.settings.ClientProperties;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.kafka.takeover.TakeoverDecision;
import io.callport.kafka.takeover.TakeoverFacts;
import io.callport.kafka.takeover.TakeoverFacts.TopicFacts;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Kafka keeps of one account and of its home partition, in the order of a takeover: the committed offset,
 * then the end of the state partition, then its committed records up to that end. Joins no group, writes nothing, and
 * changes nothing for a running service.
 *
 * <p>The static methods are thread-safe; each reading has its own clients.
 */
public final class StateInspection {
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(100);
    private static final String FETCH_MAX_BYTES = "8388608"; // bounds the memory, however large the topic

    private final KafkaSettings settings;
    private final Account account;
    private final Duration timeout;
    private final Admin admin;

    /** The command topic and the state topic as they are, and where the account's home is on them. */
    private record Topics(Home home) {
        TopicPartition commands() {
            return new TopicPartition(home.commands(), home.partition());
        }

        TopicPartition state() {
            return new TopicPartition(home.state(), home.partition());
        }
    }

    /** The records of a state partition up to its end, and when the account's last record was written. */
    private record Reading(StateContents contents, long end, Instant writtenAt) {}

    private StateInspection(KafkaSettings settings, Account account, Duration timeout, Admin admin) {
        this.settings = settings;
        this.account = account;
        this.timeout = timeout;
        this.admin = admin;
    }

    /**
     * Reads the state of an account, whether it is configured or not. Waits half a minute for an open transaction.
     *
     * @throws StateInspectionException if it cannot be read: a topic or a right is missing, a transaction stays open, a
     *     record is unreadable, or the cluster does not answer
     * @throws IllegalArgumentException if no topics are configured for the account's vendor
     */
    public static StateView inspect(KafkaSettings settings, Account account) {
        return inspect(settings, account, SliceReader.TIMEOUT);
    }

    static StateView inspect(KafkaSettings settings, Account account, Duration timeout) {
        VendorTopics topics = settings.topics().ofVendor(account.vendor());
        try (Admin admin = Admin.create(ClientProperties.ofAdmin(settings.clients()))) {
            return new StateInspection(settings, account, timeout, admin).inspect(topics);
        } catch (KafkaException e) {
            throw new StateInspectionException(ClusterFailure.describe(e));
        }
    }

    private StateView inspect(VendorTopics vendor) {
        Topics topics = topics(vendor);
        Optional<OffsetAndMetadata> committed = committed(topics);
        Reading read = read(topics, end(topics, IsolationLevel.READ_UNCOMMITTED));
        StateContents contents = read.contents();
        if (contents.problem() != null) {
            throw new StateInspectionException(
                    "The state of partition " + topics.commands() + " cannot be read: " + contents.problem());
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        AccountState state = contents.accounts().get(account);
        return new StateView(
                account,
                now,
                topics.home(),
                committed
                        .map(at -> CommittedOffset.of(at.offset(), OffsetMarker.read(at.metadata())))
                        .orElse(null),
                new Contents(
                        identity(contents.identity()),
                        contents.accounts().size(),
                        contents.chunks().size(),
                        read.end(),
                        contents.originKey() != null),
                state == null ? null : AccountRecord.of(state, read.writtenAt(), now),
                problem(topics, committed, read));
    }

    private Topics topics(VendorTopics vendor) {
        TopicDescription commands = describe(vendor.commands(), "commands", "DESCRIBE");
        TopicDescription state = describe(vendor.state(), "state", "READ");
        int partitions = commands.partitions().size();
        int home = AccountHomes.partitionOf(account, partitions);
        if (home >= state.partitions().size()) {
            throw new StateInspectionException("Topic " + vendor.state() + " has no partition " + home
                    + "; give it as many partitions as " + vendor.commands() + " has, " + partitions);
        }
        return new Topics(new Home(
                settings.clients().groupId(),
                vendor.commands(),
                commands.topicId().toString(),
                partitions,
                vendor.state(),
                state.topicId().toString(),
                home));
    }

    private TopicDescription describe(String topic, String key, String right) {
        try {
            return KafkaFutures.value(admin.describeTopics(Set.of(topic)).allTopicNames())
                    .values()
                    .iterator()
                    .next();
        } catch (UnknownTopicOrPartitionException e) {
            throw new StateInspectionException("Topic " + topic + " does not exist; check topics." + account.vendor()
                    + "." + key + ", or start ./callport run, which creates it");
        } catch (TopicAuthorizationException e) {
            throw noRight(right, "topic " + topic);
        }
    }

    /**
     * Waits while the offset belongs to an open transaction: it is missing from the answer then, and null if there is
     * none.
     */
    private Optional<OffsetAndMetadata> committed(Topics topics) {
        long until = System.nanoTime() + timeout.toNanos();
        while (true) {
            Map<TopicPartition, @Nullable OffsetAndMetadata> offsets = offsets(topics.commands());
            if (offsets.containsKey(topics.commands())) {
                return Optional.ofNullable(offsets.get(topics.commands()));
            }
            if (System.nanoTime() > until) {
                throw held(topics, "its offset");
            }
            LockSupport.parkNanos(RETRY_INTERVAL.toNanos());
        }
    }

    private Map<TopicPartition, @Nullable OffsetAndMetadata> offsets(TopicPartition partition) {
        String group = settings.clients().groupId();
        try {
            return KafkaFutures.value(admin.listConsumerGroupOffsets(
                            Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(partition))),
                            new ListConsumerGroupOffsetsOptions().requireStable(true))
                    .partitionsToOffsetAndMetadata(group));
        } catch (GroupAuthorizationException e) {
            throw noRight("DESCRIBE", "group " + group);
        }
    }

    private long end(Topics topics, IsolationLevel isolation) {
        return KafkaFutures.value(admin.listOffsets(
                                Map.of(topics.state(), OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                        .partitionResult(topics.state()))
                .offset();
    }

    private Reading read(Topics topics, long end) {
        byte[] key = AccountState.tombstone(account).key();
        StateContents contents = new StateContents();
        AtomicLong writtenAt = new AtomicLong();
        try (KafkaConsumer<byte[], byte[]> consumer = GrouplessConsumer.open(
                settings.clients(),
                Map.of(
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        FETCH_MAX_BYTES))) {
            new SliceReader(consumer, timeout)
                    .read(
                            List.of(new Slice(topics.state(), 0, end)),
                            records -> records.forEach(record -> {
                                contents.add(record.offset(), record.key(), record.value());
                                if (Arrays.equals(record.key(), key)) {
                                    writtenAt.set(record.timestamp());
                                }
                            }),
                            SliceReader.Progress.NONE);
        } catch (TopicAuthorizationException e) {
            throw noRight("READ", "topic " + topics.home().state());
        } catch (TimeoutException e) {
            if (end(topics, IsolationLevel.READ_COMMITTED) < end) {
                throw held(topics, "topic " + topics.home().state());
            }
            throw e;
        }
        return new Reading(contents, end, Instant.ofEpochMilli(writtenAt.get()));
    }

    private @Nullable String problem(Topics topics, Optional<OffsetAndMetadata> committed, Reading read) {
        Home home = topics.home();
        TakeoverFacts facts = new TakeoverFacts(
                topics.commands(),
                topics.state(),
                home.groupId(),
                committed,
                new TopicFacts(home.topicId(), home.partitions(), home.stateTopicId(), read.end(), Map.of()),
                read.contents(),
                List.of());
        AtomicReference<@Nullable String> problem = new AtomicReference<>();
        TakeoverDecision.decide(facts, () -> OriginKey.drawn(new SecureRandom()))
                .match(ready -> {}, blocked -> problem.set(blocked.what()));
        return problem.get();
    }

    private static @Nullable Identity identity(@Nullable PartitionIdentity identity) {
        return identity == null
                ? null
                : new Identity(
                        identity.groupId(), identity.topicId(), identity.partitions(), identity.firstPartitions());
    }

    private static StateInspectionException held(Topics topics, String what) {
        return new StateInspectionException("The state of partition " + topics.commands()
                + " cannot be read yet: an open transaction holds " + what
                + ", most often because the partition's last owner crashed in it; it ends after its transaction.timeout.ms and"
                + " ten seconds more; if this lasts longer, look at the brokers, and for that transaction with"
                + " kafka-transactions.sh find-hanging");
    }

    private static StateInspectionException noRight(String right, String on) {
        String verb = right.equals("READ") ? "read " : "describe ";
        return new StateInspectionException(
                "This user has no right to " + verb + on + "; give it " + right + " on it with kafka-acls.sh");
    }
}
