package io.callport.benchmarks.pipeline;

import io.callport.benchmarks.pipeline.FloodPhase.Scale;
import io.callport.benchmarks.report.Samples;
import io.callport.benchmarks.report.Table;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** S5: the cost of a flood of one account for twenty quiet accounts on the same partition. */
public final class Isolation {
    private static final Scale FULL = new Scale(20, Duration.ofMillis(1_500), Duration.ofSeconds(6));
    private static final Scale TINY = new Scale(3, Duration.ZERO, Duration.ofMillis(200));

    private static final double FACTOR = 2;
    private static final double MARGIN_MILLIS = 50;

    private final PrintStream out;
    private final Map<FloodLoad, List<FloodPhase>> phases = new LinkedHashMap<>();

    private Isolation(PrintStream out) {
        this.out = out;
        List.of(FloodLoad.NONE, FloodLoad.REFUSED, FloodLoad.WAITING)
                .forEach(load -> phases.put(load, new ArrayList<>()));
    }

    /**
     * Measures every load once a round, in another order each time, and prints a table and a verdict.
     *
     * @return whether the quiet accounts' p99 beside each flood is at most twice, or 50 ms more than, the p99 without a
     *     flood
     */
    public static boolean print(int rounds, PrintStream out) {
        Isolation isolation = new Isolation(out);
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            out.println("warming up");
            FloodPhase.run(kafka.bootstrapServers(), FloodLoad.WAITING, FULL);
            for (int round = 1; round <= rounds; round++) {
                isolation.round(round, kafka.bootstrapServers(), FULL);
            }
        }
        out.println();
        out.print(isolation.table());
        boolean refused = isolation.verdict(FloodLoad.REFUSED);
        boolean waiting = isolation.verdict(FloodLoad.WAITING);
        return refused && waiting;
    }

    /** Runs one load for a moment, so that a test sees that it still works. */
    public static void tryOut(PrintStream out) {
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            new Isolation(out).run(0, FloodLoad.WAITING, kafka.bootstrapServers(), TINY);
        }
    }

    private void round(int round, String bootstrap, Scale scale) {
        List<FloodLoad> order = new ArrayList<>(phases.keySet());
        Collections.rotate(order, round);
        order.forEach(load -> run(round, load, bootstrap, scale));
    }

    private void run(int round, FloodLoad load, String bootstrap, Scale scale) {
        FloodPhase phase = FloodPhase.run(bootstrap, load, scale);
        phases.computeIfAbsent(load, it -> new ArrayList<>()).add(phase);
        out.printf(
                Locale.ROOT,
                "round %d  %-22s  p50 %6.1f ms  p99 %6.1f ms  flood: %d answered, %d refused, %d waiting, %d requests%n",
                round,
                load.name(),
                phase.quiet().median(),
                phase.quiet().percentile(0.99),
                phase.answered(),
                phase.refused(),
                phase.waiting(),
                phase.requests());
    }

    private Table table() {
        Table table = new Table("beside", "commands", "p50 ms", "least-most", "p99 ms", "least-most", "p99 ratio");
        double without = p99(FloodLoad.NONE).median();
        phases.forEach((load, rounds) -> {
            Samples p50 = over(rounds, phase -> phase.quiet().median());
            table.row(
                    load.name(),
                    rounds.stream().mapToInt(phase -> phase.quiet().size()).sum(),
                    one(p50.median()),
                    one(p50.least()) + "-" + one(p50.most()),
                    one(p99(load).median()),
                    one(p99(load).least()) + "-" + one(p99(load).most()),
                    String.format(Locale.ROOT, "%.2f", p99(load).median() / without));
        });
        return table;
    }

    private boolean verdict(FloodLoad flood) {
        double without = p99(FloodLoad.NONE).median();
        double most = Math.max(FACTOR * without, without + MARGIN_MILLIS);
        double with = p99(flood).median();
        boolean kept = with <= most;
        out.printf(
                Locale.ROOT,
                "%s  beside %s: p99 %.1f ms, at most %.1f ms (twice, or 50 ms more than, %.1f ms)%n",
                kept ? "kept  " : "BROKEN",
                flood.name(),
                with,
                most,
                without);
        return kept;
    }

    private Samples p99(FloodLoad load) {
        return over(phases.getOrDefault(load, List.of()), phase -> phase.quiet().percentile(0.99));
    }

    private static Samples over(List<FloodPhase> rounds, ToDoubleFunction<FloodPhase> figure) {
        return Samples.of(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    private static String one(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }
}
