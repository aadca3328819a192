package io.callport.kafka.publish;

import com.fasterxml.jackson.databind.node.NullNode;
import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.CommandId;
import io.callport.kafka.command.CommandReading;
import io.callport.kafka.command.Destination;
import io.callport.kafka.dispatch.Dispatcher;
import io.callport.kafka.dispatch.LoopClock;
import io.callport.kafka.dispatch.SafeTracing;
import io.callport.kafka.dispatch.TrackedCommand;
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
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.topics.TopicInfo;
import io.callport.kafka.topics.TopicView;
import io.callport.kafka.tracing.CommandTrace;
import io.callport.kafka.tracing.Tracing;
import io.callport.numberpool.NumberGroupsQuery;
import io.callport.query.Ports;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Retries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What the tests of this room publish. */
final class PublishFixture {
    private static final Account ACCOUNT = Account.parse("acme:1");

    private PublishFixture() {}

    /** A dead letter on a topic: the smallest publication there is. */
    static Publication publication(String topic) {
        return publication(topic, 1);
    }

    /** One with a value of that many bytes, up to nearly a million. */
    static Publication publication(String topic, int bytes) {
        InboundRecord record = new InboundRecord("elsewhere", 0, 0, -1, null, new byte[bytes], List.of());
        TopicView view = new TopicView(Map.of(topic, new TopicInfo("id", 1, 1_000_000, "delete", false)));
        return new DeadLetterWriter(settings(topic), () -> view).write(record, "why");
    }

    static Delivery delivery(PartitionProgress progress, long offset) {
        return new Delivery(publication("dead"), progress, offset, published -> {});
    }

    static PartitionCheckpoints checkpoints(int limit) {
        return checkpoints(limit, dispatcher(new OwnedPartitions()));
    }

    static PartitionCheckpoints checkpoints(int limit, Dispatcher dispatcher) {
        MetadataLimit metadataLimit = new MetadataLimit();
        metadataLimit.announced(limit);
        return new PartitionCheckpoints(1, metadataLimit, homes(), new SpendingAccounts(Map.of()), dispatcher);
    }

    static Announcements announcements(Dispatcher dispatcher) {
        return new Announcements(homes(), new SpendingAccounts(Map.of()), dispatcher);
    }

    /** A dispatcher that makes no requests unless it is advanced. */
    static Dispatcher dispatcher(OwnedPartitions partitions) {
        Function<String, Ports> noVendor = vendor -> {
            throw new IllegalStateException("no request is made here");
        };
        return new Dispatcher(settings("dead"), noVendor, partitions, LoopListener.NONE, new SafeTracing(Tracing.NONE));
    }

    /** Accepts a command that waits for its request. */
    static void accept(Dispatcher dispatcher, PartitionProgress progress, long offset) {
        LoopClock clock = LoopClock.now();
        CommandContext context = new CommandContext(
                new CommandId("c" + offset, "commands/0/" + offset, null),
                "number-pool.groups",
                ACCOUNT,
                NullNode.instance,
                new Destination("results", null, null, null),
                List.of(),
                clock.wall());
        dispatcher.accept(
                new TrackedCommand(context, progress, offset, CommandTrace.NONE),
                new CommandReading.Accepted(
                        context, new NumberGroupsQuery(), clock.wall().plusSeconds(60), Duration.ZERO),
                clock);
    }

    private static AccountHomes homes() {
        TopicView view = new TopicView(Map.of("commands", new TopicInfo("id", 1, 1_000_000, "delete", false)));
        return new AccountHomes(settings("dead"), view);
    }

    private static KafkaSettings settings(String deadLetters) {
        TopicSettings topics = new TopicSettings(
                Map.of("acme", new VendorTopics("commands", "results", "state")), deadLetters, Set.of(), null);
        return new KafkaSettings(
                ClientSettings.of("localhost:1", "group"),
                topics,
                Map.of(ACCOUNT, Budget.UNLIMITED),
                new DeadlineSettings(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new ProcessingSettings(Limits.DEFAULT, Retries.DEFAULT, Duration.ofSeconds(30), Duration.ZERO),
                SipPasswords.REDACT,
                KafkaSettings.CHECKPOINT_VERSION);
    }
}
