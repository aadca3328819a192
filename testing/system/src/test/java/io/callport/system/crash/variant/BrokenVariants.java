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
    private static final FaultMix HAND_OVERS =
            new FaultMix(List.of(FaultType.KILL, FaultType.ROLLING_RESTART, FaultType.FREEZE), PACE);

    private BrokenVariants() {}

    private static void broken(String name, String evidence, FaultMix faultMix, SourceEdit... edits) {
        ALL.add(new BrokenVariant(name, evidence, faultMix, List.of(edits)));
    }

    static {
        results();
        budgets();
    }

    private static void results() {
        broken(
                "the position is committed, not the low-water mark",
                MISSING,
                KILLS,
                new SourceEdit(
                        "publish/PartitionCheckpoints",
                        "new OffsetAndMetadata(progress.lowWater(),",
                        "new OffsetAndMetadata(progress.lowWater() + progress.range(),"));
        broken(
                "what is done beyond the low-water mark is not committed",
                TWICE,
                KILLS,
                new SourceEdit(
                        "publish/PartitionCheckpoints",
                        "writer.encode(progress.done())",
                        "writer.encode(new java.util.BitSet())"));
        broken(
                "offsets are committed before results are published",
                MISSING,
                KILLS,
                new SourceEdit(
                        "publish/Transactions",
                        "            deliveries.forEach(delivery -> send(delivery, rejected));\n",
                        ""),
                new SourceEdit("publish/Transactions", "            producer.flush();\n", """
                            producer.commitTransaction();
                            java.util.concurrent.locks.LockSupport.parkNanos(300_000_000);
                            producer.beginTransaction();
                            deliveries.forEach(delivery -> send(delivery, rejected));
                            producer.flush();
                """));
    }

    private static void budgets() {
        broken(
                "slots are forgotten on hand-over",
                OVER_BUDGET,
                HAND_OVERS,
                new SourceEdit("publish/PartitionCheckpoints", "= spent.of(account, budget);", "= List.of();"));
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
                        "take(announced).forEach(request -> dispatcher.startAnnounced(request, at));",
                        "take(announced);"));
    }
}
