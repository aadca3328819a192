package io.callport.benchmarks.pipeline;

import io.callport.benchmarks.report.Samples;
import io.callport.benchmarks.report.Table;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The cost of a record on a partition with many outstanding commands and holes everywhere. */
public final class OutstandingCommands {
    private static final List<Integer> SIZES = List.of(100, 10_000, 100_000);
    private static final int RECORDS = 20_000;

    private OutstandingCommands() {}

    /** Measures every size once a round, and prints a table. */
    public static void print(int rounds, PrintStream out) {
        Map<Integer, List<HeldBacklog.Cost>> costs = new LinkedHashMap<>();
        SIZES.forEach(size -> costs.put(size, new ArrayList<>()));
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            out.println("warming up");
            HeldBacklog.measure(kafka.bootstrapServers(), 1_000, RECORDS);
            for (int round = 1; round <= rounds; round++) {
                for (int size : SIZES) {
                    HeldBacklog.Cost cost = HeldBacklog.measure(kafka.bootstrapServers(), size, RECORDS);
                    costs.getOrDefault(size, new ArrayList<>()).add(cost);
                    out.printf(
                            Locale.ROOT,
                            "round %d  %7d outstanding  %6.1f µs of the loop's processor time, %6.1f µs in all%n",
                            round,
                            size,
                            cost.processorMicros(),
                            cost.wallMicros());
                }
            }
        }
        out.println();
        out.print(table(costs));
    }

    /** Measures a little for a moment, so that a test sees that it still works. */
    public static void tryOut(PrintStream out) {
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            HeldBacklog.Cost cost = HeldBacklog.measure(kafka.bootstrapServers(), 20, 100);
            out.printf(Locale.ROOT, "20 outstanding  %.1f µs in all%n", cost.wallMicros());
        }
    }

    private static Table table(Map<Integer, List<HeldBacklog.Cost>> costs) {
        Table table =
                new Table("outstanding", "loop's CPU µs/record", "least-most", "ratio", "in all µs/record", "ratio");
        Samples baseCpu = cpu(costs.getOrDefault(SIZES.get(0), List.of()));
        Samples baseWall = wall(costs.getOrDefault(SIZES.get(0), List.of()));
        costs.forEach((size, samples) -> table.row(
                String.format(Locale.ROOT, "%,d", size),
                one(cpu(samples).median()),
                one(cpu(samples).least()) + "-" + one(cpu(samples).most()),
                String.format(Locale.ROOT, "%.2f", cpu(samples).median() / baseCpu.median()),
                one(wall(samples).median()),
                String.format(Locale.ROOT, "%.2f", wall(samples).median() / baseWall.median())));
        return table;
    }

    private static Samples cpu(List<HeldBacklog.Cost> costs) {
        return Samples.of(costs.stream().map(HeldBacklog.Cost::processorMicros).toList());
    }

    private static Samples wall(List<HeldBacklog.Cost> costs) {
        return Samples.of(costs.stream().map(HeldBacklog.Cost::wallMicros).toList());
    }

    private static String one(double micros) {
        return String.format(Locale.ROOT, "%.1f", micros);
    }
}
