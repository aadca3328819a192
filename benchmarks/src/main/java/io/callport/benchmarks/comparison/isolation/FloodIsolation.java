package io.callport.benchmarks.comparison.isolation;

import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.Measurements;
import io.callport.benchmarks.comparison.Rounds;
import io.callport.benchmarks.comparison.RunContext;
import io.callport.benchmarks.contender.kafka.CallportContender;
import io.callport.benchmarks.contender.kafka.Contender;
import io.callport.benchmarks.contender.kafka.ParallelConsumerContender;
import io.callport.benchmarks.contender.kafka.SpringKafkaContender;
import io.callport.benchmarks.report.ComparisonReport;
import io.callport.benchmarks.report.Figure;
import io.callport.benchmarks.report.Goal;
import io.callport.benchmarks.report.Verdict;
import io.callport.benchmarks.vendor.CallbotStandIn;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** B6: each contender's quiet accounts without a flood and beside one, in the same turn; the order alternates. */
public final class FloodIsolation implements Comparison {
    private static final String CALLPORT = "Callport";

    @Override
    public String id() {
        return "B6";
    }

    @Override
    public String title() {
        return "One flooded account and 100 quiet ones on one partition";
    }

    @Override
    public ComparisonReport measure(RunContext run) throws Exception {
        int accounts = run.pick(100, 100, 5);
        Duration timeout = Duration.ofMillis(run.pick(1_500, 1_000, 2_000));
        QuietAccounts warmUp = new QuietAccounts(new AccountFlood(), accounts, 100, 100, timeout);
        QuietAccounts quiet =
                new QuietAccounts(new AccountFlood(), accounts, run.pick(100, 100, 5), run.pick(900, 250, 20), timeout);
        Map<String, FloodLatencies> pairs = new LinkedHashMap<>();
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                CallbotStandIn vendor = CallbotStandIn.start()) {
            vendor.answerAfter(Duration.ofMillis(10));
            Rounds rounds = new Rounds(id());
            contenders().forEach((name, contender) -> {
                FloodLatencies pair = new FloodLatencies();
                pairs.put(name, pair);
                rounds.add(
                        name,
                        round -> pair.turn(
                                round,
                                flooded -> (round < 0 ? warmUp : quiet)
                                        .run(kafka.bootstrapServers(), vendor, contender, flooded)));
            });
            Measurements measurements = rounds.run(run.pick(1, 1, 0), run.pick(3, 1, 1), run);
            return report(measurements, pairs);
        }
    }

    private ComparisonReport report(Measurements measurements, Map<String, FloodLatencies> pairs) {
        List<Figure> figures = new ArrayList<>(measurements.figures());
        pairs.forEach((name, pair) -> figures.add(pair.figure(name)));
        double callport = Objects.requireNonNull(pairs.get(CALLPORT)).pooled();
        Verdict verdict = new Verdict(
                "the quiet accounts' p99 beside a flood, as a multiple of that without, over all rounds as one",
                List.of(callport),
                Goal.atMost(1.1));
        return new ComparisonReport(id(), title(), figures, List.of(verdict), NOTES);
    }

    private static final List<String> NOTES = List.of(
            "A quiet command every 10 ms; the flood is 400 commands at once and one every 20 ms, at 20 requests a minute.",
            "A latency counts from when its command was due, so that a publisher that is held up hides nothing.",
            "Callport refuses what cannot be in time; the others have nothing to refuse with, and wait for a permission.",
            "Parallel Consumer publishes at least once here: its transactions end twice a second, which would hide the rest.",
            "A quiet command that had no result when the turn ended counts with its age, so large figures are least ones; one"
                    + " that is refused breaks the row.",
            "The verdict is by the p99 of all rounds' commands together: that of one round is its ninth slowest.");

    private static Map<String, Contender> contenders() {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(CALLPORT, new CallportContender());
        contenders.put("Parallel Consumer, KEY", ParallelConsumerContender.byKeyAtLeastOnce());
        contenders.put("Parallel Consumer, UNORDERED", ParallelConsumerContender.unorderedAtLeastOnce());
        contenders.put("Spring Kafka, batches on a thread for each partition", SpringKafkaContender.batches());
        contenders.put("Spring Kafka, asyncAcks", SpringKafkaContender.asyncAcks());
        return contenders;
    }
}
