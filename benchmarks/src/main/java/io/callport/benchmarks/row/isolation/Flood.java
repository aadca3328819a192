package io.callport.benchmarks.row.isolation;

import io.callport.benchmarks.peer.kafka.CallportPeer;
import io.callport.benchmarks.peer.kafka.ParallelConsumerPeer;
import io.callport.benchmarks.peer.kafka.Peer;
import io.callport.benchmarks.peer.kafka.SpringKafkaPeer;
import io.callport.benchmarks.report.Goal;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.report.RowReport;
import io.callport.benchmarks.report.Samples;
import io.callport.benchmarks.report.Verdict;
import io.callport.benchmarks.row.Contest;
import io.callport.benchmarks.row.Measured;
import io.callport.benchmarks.row.Row;
import io.callport.benchmarks.row.Run;
import io.callport.benchmarks.vendor.StandIn;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** B6: each contender's quiet accounts without a flood, and then beside one, in the same turn. */
public final class Flood implements Row {
    private static final Metric WITHOUT = new Metric("p99 without a flood", "ms");
    private static final Metric BESIDE = new Metric("p99 beside a flood", "ms");
    private static final Metric TIMES = new Metric("p99 beside a flood", "times that without");
    private static final Metric MEDIAN = new Metric("p50 beside a flood", "times that without");
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
    public RowReport measure(Run run) throws Exception {
        Quiet quiet = new Quiet(
                run.pick(100, 100, 5),
                run.pick(200, 100, 5),
                run.pick(600, 200, 20),
                Duration.ofSeconds(run.pick(3, 2, 2)));
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                StandIn vendor = StandIn.start()) {
            vendor.answerAfter(Duration.ofMillis(10));
            Contest contest = new Contest(id());
            contenders()
                    .forEach((name, peer) ->
                            contest.add(name, () -> turn(quiet, kafka.bootstrapServers(), vendor, peer)));
            Measured measured = contest.run(0, run.pick(3, 1, 1), run);
            Verdict verdict = new Verdict(
                    "the quiet accounts' p99 beside a flood, as a multiple of that without",
                    measured.values(CALLPORT, TIMES),
                    Goal.atMost(1.1));
            return new RowReport(id(), title(), measured.figures(), List.of(verdict), NOTES);
        }
    }

    private static final List<String> NOTES = List.of(
            "A quiet command every 10 ms; the flood is 400 commands at once and one every 20 ms, at 20 requests a minute.",
            "Callport refuses what cannot be in time; the others have nothing to refuse with, and wait for a permission.",
            "Parallel Consumer publishes at least once here: its transactions end twice a second, which would hide the rest.",
            "A quiet command that had no result when the turn ended counts with its age, so large figures are least ones.");

    private static Map<String, Peer> contenders() {
        Map<String, Peer> contenders = new LinkedHashMap<>();
        contenders.put(CALLPORT, new CallportPeer());
        contenders.put("Parallel Consumer, KEY", ParallelConsumerPeer.byKeyAtLeastOnce());
        contenders.put("Parallel Consumer, UNORDERED", ParallelConsumerPeer.unorderedAtLeastOnce());
        contenders.put("Spring Kafka, a thread for each partition", SpringKafkaPeer.concurrent());
        contenders.put("Spring Kafka, asyncAcks", SpringKafkaPeer.asyncAcks());
        return contenders;
    }

    private static Map<Metric, Double> turn(Quiet quiet, String bootstrap, StandIn vendor, Peer peer) {
        Samples without = quiet.run(bootstrap, vendor, peer, false);
        Samples beside = quiet.run(bootstrap, vendor, peer, true);
        Map<Metric, Double> values = new LinkedHashMap<>();
        values.put(WITHOUT, without.percentile(0.99));
        values.put(BESIDE, beside.percentile(0.99));
        values.put(TIMES, beside.percentile(0.99) / without.percentile(0.99));
        values.put(MEDIAN, beside.median() / without.median());
        return values;
    }
}
