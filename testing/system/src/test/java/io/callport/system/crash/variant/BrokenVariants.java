package io.callport.system.crash.variant;

import io.callport.system.crash.plan.FaultMix;
import io.callport.system.crash.plan.FaultType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Deliberate mistakes in the Kafka adapter, each against one promise, with the faults that reveal it. */
public final class BrokenVariants {
    public static final List<BrokenVariant> ALL = new ArrayList<>();

    private static final String MISSING = "no result of";
    private static final String TWICE = "several results of";
    private static final String OVER_BUDGET = "the last one the one too many";
    private static final String NOT_ANNOUNCED = "was not announced";

    private static final Duration PACE = Duration.ofSeconds(4); // time to start again, and to do something
    private static final FaultMix KILLS = new FaultMix(List.of(FaultType.KILL), PACE);
    private static final FaultMix FREEZES = new FaultMix(List.of(FaultType.FREEZE), PACE);
    private static final FaultMix HAND_OVERS =
            new FaultMix(List.of(FaultType.KILL, FaultType.ROLLING_RESTART, FaultType.FREEZE), PACE);

    private static final String TIMEOUT =
            "properties.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);";
    private static final String SEND_RESULTS =
            "            deliveries.forEach(delivery -> send(delivery, failures));\n";
    private static final String SEND_STATE = "            batch.changes().forEach(change -> send(change, failures));\n";

    private BrokenVariants() {}

    private static void broken(String name, String evidence, FaultMix faultMix, SourceEdit... edits) {
        ALL.add(new BrokenVariant(name, evidence, faultMix, List.of(edits)));
    }

    static {
        results();
        takeovers();
        budgets();
    }

    private static void results() {
        broken(
                "the position is committed, not the low-water mark",
                MISSING,
                KILLS,
                new SourceEdit(
                        "publish/TransactionBatch",
                        "new OffsetAndMetadata(lowWater,",
                        "new OffsetAndMetadata(lowWater + progress.lag(),"));
        broken(
                "what is done beyond the low-water mark is not written",
                TWICE,
                KILLS,
                new SourceEdit("publish/StateWriter", "progress.doneIn(chunk)", "new java.util.BitSet()"));
        broken(
                "offsets are committed before results are published",
                MISSING,
                KILLS,
                new SourceEdit("publish/Transactions", SEND_RESULTS, ""),
                new SourceEdit("publish/Transactions", "            producer.flush();\n", """
                            producer.commitTransaction();
                            java.util.concurrent.locks.LockSupport.parkNanos(300_000_000);
                            producer.beginTransaction();
                            deliveries.forEach(delivery -> send(delivery, failures));
                            producer.flush();
                """));
        broken(
                "state is written in a transaction before that of results and offsets",
                MISSING,
                KILLS,
                new SourceEdit("publish/Transactions", SEND_STATE, ""),
                new SourceEdit("publish/Transactions", "        producer.beginTransaction();\n", """
                        producer.beginTransaction();
                        batch.changes().forEach(change -> send(change, failures));
                        producer.commitTransaction();
                        java.util.concurrent.locks.LockSupport.parkNanos(300_000_000);
                        producer.beginTransaction();
                """));
        broken(
                "only one partition's offset is committed with the state of several",
                TWICE,
                KILLS,
                new SourceEdit(
                        "publish/TransactionBatch",
                        "        offsets.put(progress.partition(),",
                        "        if (offsets.isEmpty()) offsets.put(progress.partition(),"));
    }

    private static void takeovers() {
        broken(
                "state is read before it is committed",
                MISSING,
                KILLS,
                new SourceEdit("publish/Transactions", SEND_STATE, SEND_STATE + """
                            producer.flush();
                            java.util.concurrent.locks.LockSupport.parkNanos(300_000_000);
                """),
                new SourceEdit("client/GrouplessConsumer", "\"read_committed\"", "\"read_uncommitted\""));
        broken(
                "results and state are written after the revoked callback",
                TWICE,
                KILLS,
                new SourceEdit(
                        "loop/AssignmentListener",
                        "            forget(revoked);\n",
                        "            revoked.forEach(it -> late.put(it, System.nanoTime() + 6_000_000_000L));\n"),
                new SourceEdit("loop/AssignmentListener", "        takeover.assigned(assigned);\n", """
                        late.keySet().removeAll(assigned);
                        forget(assigned);
                        takeover.assigned(assigned);
                """),
                new SourceEdit("loop/AssignmentListener", "    private void forget(", """
                    private final java.util.Map<TopicPartition, Long> late = new java.util.HashMap<>();

                    void forgetLate() {
                        var due = late.keySet().stream().filter(it -> System.nanoTime() > late.get(it)).toList();
                        late.keySet().removeAll(due);
                        forget(due);
                    }

                    private void forget("""),
                new SourceEdit("loop/Session", "        takeover.advance();\n", """
                        takeover.advance();
                        assignment.forgetLate();
                """));
        broken(
                "offsets are read with an administration client, which does not wait for open transactions",
                TWICE,
                FREEZES,
                new SourceEdit("settings/ClientProperties", TIMEOUT, TIMEOUT + """

                        properties.put("transaction.timeout.ms", "15000"); // longer than any freeze"""),
                new SourceEdit("publish/Transactions", "producer.commitTransaction();", """
                        java.util.concurrent.locks.LockSupport.parkNanos(1_500_000_000L);
                        producer.commitTransaction();"""),
                new SourceEdit(
                        "takeover/PartitionTakeover",
                        "new CommittedOffsets(consumer)",
                        "new CommittedOffsets(consumer, settings)"),
                new SourceEdit(
                        "takeover/CommittedOffsets",
                        "    CommittedOffsets(Consumer<byte[], byte[]> consumer) {\n",
                        """
                    private final org.apache.kafka.clients.admin.Admin admin;
                    private final String group;

                    CommittedOffsets(
                            Consumer<byte[], byte[]> consumer, io.callport.kafka.settings.KafkaSettings settings) {
                        admin = org.apache.kafka.clients.admin.Admin.create(
                                io.callport.kafka.settings.ClientProperties.ofAdmin(settings.clients()));
                        group = settings.clients().groupId();
                """),
                new SourceEdit("takeover/CommittedOffsets", "= consumer.committed(partitions, TIMEOUT);", """
                        = new HashMap<>();
                        try {
                            committed.putAll(admin.listConsumerGroupOffsets(group)
                                    .partitionsToOffsetAndMetadata()
                                    .get());
                        } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
                            throw new TimeoutException(e);
                        }"""));
    }

    private static void budgets() {
        broken(
                "slots are forgotten on hand-over",
                OVER_BUDGET,
                HAND_OVERS,
                new SourceEdit(
                        "takeover/InheritedSlots",
                        "return record == null ? List.of() : record.slotsFor(configured);",
                        "return List.of();"));
        broken(
                "requests start before they are announced",
                NOT_ANNOUNCED,
                KILLS,
                new SourceEdit(
                        "publish/Announcements",
                        "waiting.add(request);",
                        "waiting.add(request);\n        dispatcher.start(request);"),
                new SourceEdit(
                        "publish/Announcements",
                        "drain(announced).forEach(request -> dispatcher.startAnnounced(request, at));",
                        "drain(announced);"));
    }
}
