package io.callport.kafka.publish;

import io.callport.account.Account;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.partition.SpendingAccounts;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.result.DeadLetterWriter;
import io.callport.kafka.result.Publication;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.ProcessingSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.kafka.topics.TopicInfo;
import io.callport.kafka.topics.TopicView;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Request;
import io.callport.switchboard.Retries;
import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the tests of this room publish. */
final class PublishFixture {
    private PublishFixture() {}

    /** A dead letter on a topic: the smallest publication there is. */
    static Publication publication(String topic) {
        return publication(topic, 1);
    }

    /** One with a value of that many bytes, up to nearly a million. */
    static Publication publication(String topic, int bytes) {
        InboundRecord record = new InboundRecord("elsewhere", 0, 0, -1, null, new byte[bytes], List.of());
        TopicView view = new TopicView(Map.of(topic, new TopicInfo(1, 1_000_000, false)));
        return new DeadLetterWriter(settings(topic)).write(record, "why", view);
    }

    static Delivery delivery(PartitionProgress progress, long offset) {
        return new Delivery(publication("dead"), progress, offset, () -> {});
    }

    static PartitionCheckpoints checkpoints(int limit) {
        Work nobody = new FakeWork(new OwnedPartitions(), 0);
        return new PartitionCheckpoints(1, limit, homes(), new SpendingAccounts(Map.of()), nobody);
    }

    /** Of accounts, of which there are none. */
    static Announcements announcements() {
        return new Announcements(homes(), new SpendingAccounts(Map.of()));
    }

    private static AccountHomes homes() {
        TopicView view = new TopicView(Map.of("commands", new TopicInfo(1, 1_000_000, false)));
        return new AccountHomes(settings("dead"), view);
    }

    private static KafkaSettings settings(String deadLetters) {
        TopicSettings topics =
                new TopicSettings(Map.of("acme", new VendorTopics("commands", "results")), deadLetters, Set.of(), null);
        return new KafkaSettings(
                ClientSettings.of("localhost:1", "group"),
                topics,
                Map.of(),
                new DeadlineSettings(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new ProcessingSettings(Limits.DEFAULT, Retries.DEFAULT, Duration.ofSeconds(30), Duration.ZERO),
                SipPasswords.REDACT,
                KafkaSettings.CHECKPOINT_VERSION);
    }

    /**
     * Nothing is worked on.
     *
     * @param partitions that are begun
     * @param refusable how many commands can be refused
     */
    record FakeWork(OwnedPartitions partitions, int refusable) implements Work {
        @Override
        public Duration startDelay() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Outbox outbox() {
            return new Outbox();
        }

        @Override
        public MetadataLimit metadataLimit() {
            return new MetadataLimit();
        }

        @Override
        public List<SpentSlot> spent(Account account) {
            return List.of();
        }

        @Override
        public void restore(Account account, List<SpentSlot> spent) {}

        @Override
        public int shed(PartitionProgress progress, int count) {
            return Math.min(count, refusable);
        }

        @Override
        public void start(Request request, long notAfter) {}
    }
}
