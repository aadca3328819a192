package io.callport.kafka.publish;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.kafka.changelog.AccountState;
import io.callport.kafka.changelog.OffsetMarker;
import io.callport.kafka.changelog.PartitionIdentity;
import io.callport.kafka.command.CommandContext;
import io.callport.kafka.command.CommandReader;
import io.callport.kafka.command.CommandReading;
import io.callport.kafka.command.CommandReading.NoCommand;
import io.callport.kafka.dispatch.Dispatcher;
import io.callport.kafka.dispatch.SafeTracing;
import io.callport.kafka.origin.OriginKeys;
import io.callport.kafka.partition.AccountHomes;
import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.partition.PartitionState;
import io.callport.kafka.partition.PartitionState.FirstRecords;
import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.record.Origin;
import io.callport.kafka.record.RecordHeader;
import io.callport.kafka.result.DeadLetterWriter;
import io.callport.kafka.result.Publication;
import io.callport.kafka.result.ResultWriter;
import io.callport.kafka.result.ResultWriter.AnsweredRequest;
import io.callport.kafka.result.WrittenAnswer;
import io.callport.kafka.settings.ClientSettings;
import io.callport.kafka.settings.CrossVendor;
import io.callport.kafka.settings.DeadlineSettings;
import io.callport.kafka.settings.KafkaSettings;
import io.callport.kafka.settings.ProcessingSettings;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.TopicSettings;
import io.callport.kafka.settings.VendorTopics;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.takeover.InheritedSlots;
import io.callport.kafka.takeover.TakeoverResult;
import io.callport.kafka.topics.TopicInfo;
import io.callport.kafka.topics.TopicView;
import io.callport.kafka.tracing.Tracing;
import io.callport.memory.MemoryLedger;
import io.callport.query.Ports;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Deliveries and settings for the tests of this package. */
final class PublishFixture {
    static final Account ACCOUNT = Account.parse("acme:1");
    static final Budget BUDGET = Budget.parse("10/PT1M");

    private PublishFixture() {}

    /** A dead letter on a topic: the smallest publication there is. */
    static Publication publication(String topic) {
        return publication(topic, 1);
    }

    /** A publication with a value of that many bytes, up to nearly a million. */
    static Publication publication(String topic, int bytes) {
        return publication(topic, bytes, -1);
    }

    /** A publication with the timestamp of its record; a negative one for none. */
    static Publication publication(String topic, int bytes, long timestamp) {
        InboundRecord record = new InboundRecord("elsewhere", 0, 0, timestamp, null, new byte[bytes], List.of());
        TopicView view = new TopicView(Map.of(topic, new TopicInfo("id", 1, 1_000_000, "delete", false)));
        return new DeadLetterWriter(settings(topic), () -> view)
                .write(record, new NoCommand("why", Origin.here(record), RecordHeader.of("tag", "t")));
    }

    /** The result of one of many commands that share an answer. */
    static Delivery answered(PartitionProgress progress, long offset, WrittenAnswer answer) {
        InboundRecord record = new InboundRecord(
                "commands",
                0,
                offset,
                0,
                RecordHeader.bytes(ACCOUNT.toString()),
                RecordHeader.bytes("{\"query\":\"number-pool.groups\",\"account\":\"" + ACCOUNT + "\"}"),
                List.of());
        TopicView view = new TopicView(Map.of(
                "commands",
                new TopicInfo("id", 1, 1_000_000, "delete", false),
                "results",
                new TopicInfo("id", 1, 1_000_000, "delete", false)));
        CommandReading reading = new CommandReader(settings("dead"), () -> view, new OriginKeys())
                .read(record, Origin.here(record), Instant.EPOCH);
        CommandContext command = ((CommandReading.Accepted) reading).context();
        AnsweredRequest request = new AnsweredRequest(Instant.EPOCH, Instant.EPOCH, 1, 5_000);
        Publication result =
                new ResultWriter(settings("dead"), () -> view).answer(command, answer, request, Instant.EPOCH);
        return new Delivery(result, progress, offset, published -> {});
    }

    static Delivery delivery(PartitionProgress progress, long offset) {
        return new Delivery(publication("dead"), progress, offset, published -> {});
    }

    /** A writer of the state of one partition, which begins as it is. */
    static StateWriter stateWriter(Dispatcher dispatcher, PartitionProgress progress) {
        return stateWriter(dispatcher, progress, () -> 0);
    }

    static StateWriter stateWriter(Dispatcher dispatcher, PartitionProgress progress, LongSupplier time) {
        StateWriter writer = new StateWriter(homes(), Map.of(ACCOUNT, BUDGET), dispatcher, time);
        writer.begin(ready(progress, Map.of(), InheritedSlots.Known.ALL));
        return writer;
    }

    /** A partition whose state topic has these records of accounts, and an identity that is up to date. */
    static TakeoverResult.Ready ready(
            PartitionProgress progress, Map<Account, AccountState> records, InheritedSlots.Known known) {
        TopicPartition partition = progress.partition();
        return new TakeoverResult.Ready(
                progress,
                new OffsetAndMetadata(progress.lowWater()),
                new PartitionState(
                        new TopicPartition("state", partition.partition()),
                        new OffsetMarker("id", "state-id", 1, -1),
                        List.of(),
                        new FirstRecords(List.of(), null, new PartitionIdentity("group", "id", 1, 1), false)),
                new InheritedSlots(partition, records, known));
    }

    static Announcements announcements(Dispatcher dispatcher, StateWriter stateWriter) {
        return new Announcements(homes(), stateWriter, dispatcher);
    }

    /** A writer of the state of no partition yet. */
    static StateWriter stateWriter(Dispatcher dispatcher, Map<Account, Budget> budgets, LongSupplier time) {
        return new StateWriter(homes(budgets), budgets, dispatcher, time);
    }

    /** A dispatcher that makes no requests unless it is advanced. */
    static Dispatcher dispatcher(OwnedPartitions partitions) {
        return dispatcher(partitions, Map.of(ACCOUNT, BUDGET));
    }

    static Dispatcher dispatcher(OwnedPartitions partitions, Map<Account, Budget> budgets) {
        Function<String, Ports> noVendor = vendor -> {
            throw new IllegalStateException("no request is made here");
        };
        return new Dispatcher(
                settings("dead", budgets),
                noVendor,
                partitions,
                LoopListener.NONE,
                new SafeTracing(Tracing.NONE),
                new MemoryLedger(1 << 30).answers());
    }

    private static AccountHomes homes() {
        return homes(Map.of(ACCOUNT, BUDGET));
    }

    private static AccountHomes homes(Map<Account, Budget> budgets) {
        TopicView view = new TopicView(Map.of("commands", new TopicInfo("id", 1, 1_000_000, "delete", false)));
        return new AccountHomes(settings("dead", budgets), view);
    }

    private static KafkaSettings settings(String deadLetters) {
        return settings(deadLetters, Map.of(ACCOUNT, BUDGET));
    }

    private static KafkaSettings settings(String deadLetters, Map<Account, Budget> budgets) {
        TopicSettings topics = new TopicSettings(
                Map.of("acme", new VendorTopics("commands", "results", "state", "events")),
                deadLetters,
                CrossVendor.REFUSE,
                null);
        return new KafkaSettings(
                ClientSettings.of("localhost:1", "group"),
                topics,
                budgets,
                new DeadlineSettings(Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new ProcessingSettings(Limits.DEFAULT, RetryPolicy.DEFAULT, Duration.ofSeconds(30), Duration.ZERO),
                SipPasswords.REDACT);
    }
}
