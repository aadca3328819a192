package io.callport.kafka.partition;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.ProcessingSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.kafka.state.PartitionSnapshot.Phase;
import io.callport.kafka.topics.TopicInfo;
import io.callport.kafka.topics.TopicView;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Retries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of partitions whose checkpoint cannot be read. */
class PartitionTakeoverTest {
    private static final TopicPartition HELD = new TopicPartition("commands", 0);
    private static final TopicPartition FREE = new TopicPartition("commands", 1);

    private final Group group = new Group();
    private final List<TopicPartition> begun = new ArrayList<>();
    private long now;
    private final PartitionTakeover takeover = new PartitionTakeover(
            group, homes(), ready -> begun.add(ready.progress().partition()), () -> now);

    @BeforeEach
    void assign() {
        group.assign(List.of(HELD, FREE));
        takeover.assigned(List.of(HELD, FREE));
    }

    @Test
    void oneThatIsHeldForLongIsToldUntilItIsBegun() {
        turnsUntil(Duration.ofSeconds(10).minusNanos(1));
        assertThat(begun).containsExactly(FREE);
        assertThat(takeover.problems()).as("it may be begun soon").isEmpty();

        turnsUntil(Duration.ofSeconds(10));
        assertThat(takeover.problems())
                .singleElement()
                .asString()
                .startsWith("The checkpoint of partition commands-0 cannot be read yet: ")
                .contains("transaction.timeout.ms", "kafka-transactions.sh");
        assertThat(takeover.phases()).isEqualTo(Map.of(HELD, Phase.TAKING_OVER));

        group.held = Set.of();
        turnsUntil(Duration.ofSeconds(11));
        assertThat(begun).containsExactly(FREE, HELD);
        assertThat(takeover.problems()).isEmpty();
    }

    @Test
    void theTimeBeginsAnewWithAnotherAssignment() {
        turnsUntil(Duration.ofSeconds(9));
        takeover.remove(List.of(HELD));
        takeover.assigned(List.of(HELD));
        turnsUntil(Duration.ofSeconds(18));
        assertThat(takeover.problems()).isEmpty();

        turnsUntil(Duration.ofSeconds(19));
        assertThat(takeover.problems()).hasSize(1);
        takeover.remove(List.of(HELD));
        assertThat(takeover.problems()).as("it is someone else's").isEmpty();
    }

    private void turnsUntil(Duration time) {
        now = time.toNanos();
        for (int turn = 0; turn < 4; turn++) {
            takeover.beginReadable();
        }
    }

    private static AccountHomes homes() {
        KafkaSettings settings = new KafkaSettings(
                ClientSettings.of("localhost:1", "group"),
                new TopicSettings(
                        Map.of("acme", new VendorTopics("commands", "results", "state")), "dead", Set.of(), null),
                Map.of(),
                new DeadlineSettings(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new ProcessingSettings(Limits.DEFAULT, Retries.DEFAULT, Duration.ofSeconds(30), Duration.ZERO),
                SipPasswords.REDACT,
                KafkaSettings.CHECKPOINT_VERSION);
        return new AccountHomes(
                settings, new TopicView(Map.of("commands", new TopicInfo("id", 2, 1_000_000, "delete", false))));
    }

    /** A group that says nothing of what is held, nor of others that it is asked for together with that. */
    private static final class Group extends MockConsumer<byte[], byte[]> {
        private Set<TopicPartition> held = Set.of(HELD);

        Group() {
            super("none");
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndMetadata> committed(
                Set<TopicPartition> partitions, Duration timeout) {
            if (partitions.stream().anyMatch(held::contains)) {
                throw new TimeoutException();
            }
            return partitions.stream().collect(Collectors.toMap(it -> it, it -> new OffsetAndMetadata(5)));
        }
    }
}
