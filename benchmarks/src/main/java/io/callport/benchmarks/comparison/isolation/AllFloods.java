package io.callport.benchmarks.comparison.isolation;

import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.Measurements;
import io.callport.benchmarks.comparison.Rounds;
import io.callport.benchmarks.comparison.RunContext;
import io.callport.benchmarks.contender.kafka.CallportContender;
import io.callport.benchmarks.report.ComparisonReport;
import io.callport.benchmarks.report.Figure;
import io.callport.benchmarks.report.Goal;
import io.callport.benchmarks.report.Verdict;
import io.callport.benchmarks.vendor.CallbotStandIn;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** B12: quiet accounts without a flood and beside all floods at once, in the same turn; the order alternates. */
public final class AllFloods implements Comparison {
    private static final String CALLPORT = "Callport";
    private static final List<String> NOTES = List.of(
            "A quiet command every 10 ms. Beside each: 10 records that are no commands, and 5 each of commands that are refused,"
                    + " expired, of equal hash, of 10 kB, and equal; first a burst of records that are no commands.",
            "A latency counts from when its command was due; a quiet command that is refused, or has two results, breaks the row.",
            "Nothing is compared with: no contender reads a record that is no command.");

    @Override
    public String id() {
        return "B12";
    }

    @Override
    public String title() {
        return "All floods at once, and 100 quiet accounts on one partition";
    }

    @Override
    public ComparisonReport measure(RunContext run) throws Exception {
        int accounts = run.pick(100, 100, 5);
        Duration timeout = Duration.ofSeconds(run.pick(5, 5, 10));
        FloodOfAllKinds flood = new FloodOfAllKinds(run.pick(20_000, 20_000, 50));
        QuietAccounts quiet =
                new QuietAccounts(flood, accounts, run.pick(100, 100, 5), run.pick(3_000, 500, 20), timeout);
        FloodLatencies pair = new FloodLatencies();
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                CallbotStandIn vendor = CallbotStandIn.start()) {
            vendor.answerAfter(Duration.ofMillis(10));
            Rounds rounds = new Rounds(id());
            rounds.add(
                    CALLPORT,
                    round -> pair.turn(
                            round,
                            flooded -> quiet.run(kafka.bootstrapServers(), vendor, new CallportContender(), flooded)));
            return report(rounds.run(run.pick(1, 1, 0), run.pick(3, 1, 1), run), pair);
        }
    }

    private ComparisonReport report(Measurements measurements, FloodLatencies pair) {
        List<Figure> figures = new ArrayList<>(measurements.figures());
        figures.add(pair.figure(CALLPORT));
        Verdict verdict = new Verdict(
                "the quiet accounts' p99 beside all floods, as a multiple of that without, over all rounds as one",
                List.of(pair.pooled()),
                Goal.atMost(2));
        return new ComparisonReport(id(), title(), figures, List.of(verdict), NOTES);
    }
}
