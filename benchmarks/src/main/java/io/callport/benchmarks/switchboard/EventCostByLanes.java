package io.callport.benchmarks.switchboard;

import io.callport.benchmarks.report.Samples;
import io.callport.benchmarks.report.Table;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link EventCost} in rounds of one fork each, so that a neighbour's noise falls on all sizes alike, and prints
 * the processor time of a command by the number of lanes, and the ratio to the time with a hundred lanes.
 */
public final class EventCostByLanes {
    private static final String REFERENCE = "100";

    private final Map<String, Map<String, List<Double>>> nanos = new LinkedHashMap<>();

    private EventCostByLanes() {}

    /** Measures the cost and prints a table. */
    public static void print(int rounds, PrintStream out) throws RunnerException {
        EventCostByLanes cost = new EventCostByLanes();
        for (int round = 1; round <= rounds; round++) {
            out.println("round " + round + " of " + rounds);
            cost.add(new Runner(options().build()).run());
        }
        out.print(cost.table());
    }

    /** Runs each benchmark once in this process, with few lanes, so that a test sees that it still works. */
    public static void tryOut(PrintStream out) throws RunnerException {
        EventCostByLanes cost = new EventCostByLanes();
        cost.add(new Runner(options()
                        .param("lanes", REFERENCE)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(20))
                        .build())
                .run());
        out.print(cost.table());
    }

    private static ChainedOptionsBuilder options() {
        return new OptionsBuilder()
                .include(EventCost.class.getName() + "\\.")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private void add(Collection<RunResult> results) {
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            String lanes = result.getParams().getParam("lanes");
            List<Double> all = nanos.computeIfAbsent(name, it -> new LinkedHashMap<>())
                    .computeIfAbsent(lanes, it -> new ArrayList<>());
            result.getBenchmarkResults()
                    .forEach(fork -> fork.getIterationResults()
                            .forEach(iteration -> all.add(count(iteration, "nanos") / count(iteration, "cycles"))));
        }
    }

    private static double count(IterationResult iteration, String counter) {
        Result<?> result = iteration.getSecondaryResults().get(counter);
        return result == null ? 0 : result.getScore();
    }

    private Table table() {
        Table table = new Table("a command", "lanes", "least ns", "median ns", "ratio of least", "ratio of medians");
        nanos.forEach((name, bySize) -> {
            Samples reference = Samples.of(bySize.getOrDefault(REFERENCE, List.of()));
            bySize.forEach((lanes, all) -> {
                Samples samples = Samples.of(all);
                table.row(
                        name,
                        lanes,
                        Math.round(samples.least()),
                        Math.round(samples.median()),
                        ratio(samples.least(), reference.least()),
                        ratio(samples.median(), reference.median()));
            });
        });
        return table;
    }

    private static String ratio(double one, double other) {
        return String.format(Locale.ROOT, "%.2f", one / other);
    }
}
