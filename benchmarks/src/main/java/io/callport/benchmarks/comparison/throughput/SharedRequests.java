package io.callport.benchmarks.comparison.throughput;

import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.Measurements;
import io.callport.benchmarks.comparison.Rounds;
import io.callport.benchmarks.comparison.RunContext;
import io.callport.benchmarks.comparison.throughput.Backlog.Queries;
import io.callport.benchmarks.contender.kafka.CallportContender;
import io.callport.benchmarks.contender.kafka.CopyLoop;
import io.callport.benchmarks.contender.kafka.RealResults;
import io.callport.benchmarks.harness.ResultTemplate;
import io.callport.benchmarks.report.ComparisonReport;
import io.callport.benchmarks.report.Goal;
import io.callport.benchmarks.report.Verdict;
import io.callport.benchmarks.vendor.CallbotStandIn;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.List;

/**
 * B3: commands that share their requests, so that hardly any cost is left except Kafka's, beside a loop that only
 * copies.
 */
public final class SharedRequests implements Comparison {
    private static final String CALLPORT = "Callport";
    private static final String NO_AGE = "Callport, no maxAge";
    private static final String LOOP = "copy loop, as in the Javadoc";
    private static final String LARGE_LOOP = "copy loop, 5,000 records a turn";

    private static final int JAVADOC_RECORDS = 500;
    private static final int MANY_RECORDS = 5_000;

    @Override
    public String id() {
        return "B3";
    }

    @Override
    public String title() {
        return "200,000 commands, 1,000 accounts, every query shared, vendor latency 20 ms, beside a transactional copy loop";
    }

    @Override
    public ComparisonReport measure(RunContext run) throws Exception {
        Backlog backlog = new Backlog(
                run.pick(200_000, 40_000, 200),
                run.pick(1_000, 1_000, 10),
                Queries.REMEMBERED,
                64,
                Duration.ofMillis(20),
                Duration.ofSeconds(90),
                true);
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                CallbotStandIn vendor = CallbotStandIn.start()) {
            String bootstrap = kafka.bootstrapServers();
            List<ResultTemplate> real = RealResults.of(bootstrap, vendor.url(), run.pick(1_000, 1_000, 10));
            Measurements measurements = new Rounds(id())
                    .add(CALLPORT, () -> backlog.run(bootstrap, vendor, new CallportContender()))
                    .add(NO_AGE, () -> backlog.with(Queries.SHARED).run(bootstrap, vendor, new CallportContender()))
                    .add(LOOP, () -> backlog.run(bootstrap, vendor, new CopyLoop(JAVADOC_RECORDS, real)))
                    .add(LARGE_LOOP, () -> backlog.run(bootstrap, vendor, new CopyLoop(MANY_RECORDS, real)))
                    .run(run.pick(1, 1, 0), run.pick(3, 2, 1), run);
            return new ComparisonReport(id(), title(), measurements.figures(), verdicts(measurements), NOTES);
        }
    }

    private static List<Verdict> verdicts(Measurements measurements) {
        return List.of(
                new Verdict(
                        "throughput, as a multiple of the copy loop's as in the Javadoc",
                        measurements.ratios(CALLPORT, LOOP, Backlog.THROUGHPUT),
                        Goal.atLeast(0.6)),
                new Verdict(
                        "throughput, as a multiple of the copy loop's with 5,000 records a turn",
                        measurements.ratios(CALLPORT, LARGE_LOOP, Backlog.THROUGHPUT),
                        Goal.atLeast(0.6)));
    }

    private static final List<String> NOTES = List.of(
            "All commands of an account ask the same and take an answer that is up to a minute old, so they share its one request.",
            "The backlog is there before a contender starts; from the first committed results to the last.",
            "Without maxAge an answer serves only those commands that wait for it; that line has no goal.",
            "The copy loop makes no requests; what it publishes, in turn, are results that Callport has published for these"
                    + " accounts before. All compress with lz4.",
            "500 records are Kafka's default for a poll, so that is what the Javadoc's loop has in a transaction.");
}
