package io.callport.benchmarks.comparison.throughput;

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
import io.callport.benchmarks.report.Numbers;
import io.callport.benchmarks.report.Samples;
import io.callport.benchmarks.report.Verdict;
import io.callport.benchmarks.vendor.CallbotStandIn;
import io.callport.benchmarks.vendor.Capacity;
import io.callport.benchmarks.vendor.OkHttpBareClient;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * B4: commands that share nothing, so that each makes a request of its own, beside the alternatives that people would
 * use instead.
 */
public final class DistinctRequests implements Comparison {
    private static final String CALLPORT = "Callport, exactly once";
    private static final String LIMIT = "the bare requests, without Kafka";

    /** The concurrency of Parallel Consumer's README, the same for all. */
    private static final int PARALLEL = 1_000;

    private static final int ACCOUNTS = 100;

    /**
     * The latency in milliseconds at which 1,000 requests in flight bound everyone, so that the bound is the measure.
     */
    private static final int SLOW = 100;

    @Override
    public String id() {
        return "B4";
    }

    @Override
    public String title() {
        return "50,000 commands, all distinct, no budget, vendor latency 0, 10 and 100 ms, beside what people would use";
    }

    @Override
    public ComparisonReport measure(RunContext run) throws Exception {
        List<Figure> figures = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                CallbotStandIn vendor = CallbotStandIn.start()) {
            double capacity = Capacity.perSecond(vendor, run.pick(200_000, 50_000, 640));
            for (int millis : run.pick(List.of(0, 10, 100), List.of(0, 10, 100), List.of(0))) {
                Measurements measurements = measure(run, kafka.bootstrapServers(), vendor, Duration.ofMillis(millis));
                String prefix = millis + " ms: ";
                figures.addAll(measurements.figures(prefix));
                notes.add(room(millis, measurements));
                verdicts.add(
                        millis < SLOW
                                ? new Verdict(
                                        prefix
                                                + "throughput, as a multiple of the best of the others with the JDK's client",
                                        measurements.ratiosToLargest(
                                                CALLPORT, List.copyOf(others().keySet()), Backlog.THROUGHPUT),
                                        Goal.atLeast(2))
                                : new Verdict(
                                        prefix + "throughput, as a part of that of the bare requests",
                                        measurements.ratios(CALLPORT, LIMIT, Backlog.THROUGHPUT),
                                        Goal.atLeast(0.8)));
                verdicts.add(new Verdict(
                        prefix + "throughput, as a multiple of the best of the others with the same client",
                        measurements.ratiosToLargest(
                                CALLPORT, List.copyOf(sameClient().keySet()), Backlog.THROUGHPUT),
                        Goal.atLeast(1)));
            }
            notes.addAll(notes(capacity));
            return new ComparisonReport(id(), title(), figures, verdicts, notes);
        }
    }

    private Measurements measure(RunContext run, String bootstrap, CallbotStandIn vendor, Duration latency)
            throws Exception {
        Backlog backlog = new Backlog(
                run.pick(50_000, 15_000, 200),
                run.pick(ACCOUNTS, ACCOUNTS, 10),
                Backlog.Queries.DISTINCT,
                run.pick(PARALLEL, PARALLEL, 16),
                latency,
                Duration.ofSeconds(run.pick(8, 3, 60)),
                false);
        Rounds rounds = new Rounds(id() + "  " + latency.toMillis() + " ms")
                .add(CALLPORT, () -> backlog.run(bootstrap, vendor, new CallportContender()));
        others().forEach((name, contender) -> rounds.add(name, () -> backlog.run(bootstrap, vendor, contender)));
        sameClient().forEach((name, contender) -> rounds.add(name, () -> backlog.run(bootstrap, vendor, contender)));
        BareRequests bare =
                new BareRequests(backlog.commands(), backlog.parallel(), backlog.latency(), backlog.longest());
        rounds.add(LIMIT, () -> bare.run(vendor, new OkHttpBareClient()));
        int warmUps = latency.isZero() ? run.pick(1, 1, 0) : 0;
        return rounds.run(warmUps, run.pick(3, 1, 1), run);
    }

    private static Map<String, Contender> others() {
        Map<String, Contender> others = new LinkedHashMap<>();
        others.put("Parallel Consumer, KEY, transactional", ParallelConsumerContender.byKey());
        others.put("Parallel Consumer, UNORDERED, transactional", ParallelConsumerContender.unordered());
        others.put("Parallel Consumer, UNORDERED, at least once", ParallelConsumerContender.unorderedAtLeastOnce());
        others.put("Spring Kafka, batches on a thread for each partition", SpringKafkaContender.batches());
        others.put("Spring Kafka, asyncAcks", SpringKafkaContender.asyncAcks());
        return others;
    }

    /** Those that may be the best, with the client that Callport has. */
    private static Map<String, Contender> sameClient() {
        Map<String, Contender> same = new LinkedHashMap<>();
        same.put(
                "Parallel Consumer, UNORDERED, transactional, OkHttp",
                ParallelConsumerContender.unordered().with(OkHttpBareClient::new));
        same.put(
                "Parallel Consumer, UNORDERED, at least once, OkHttp",
                ParallelConsumerContender.unorderedAtLeastOnce().with(OkHttpBareClient::new));
        same.put(
                "Spring Kafka, asyncAcks, OkHttp",
                SpringKafkaContender.asyncAcks().with(OkHttpBareClient::new));
        return same;
    }

    /** The upper bound for all contenders. */
    private static String room(int millis, Measurements measurements) {
        double times = Samples.of(
                        measurements.ratiosToLargest(LIMIT, List.copyOf(others().keySet()), Backlog.THROUGHPUT))
                .median();
        return "At " + millis + " ms the bare requests alone, without Kafka, are " + Numbers.text(times)
                + " times the best of the others with the JDK's client: more is not to be had here.";
    }

    private static List<String> notes(double capacity) {
        return List.of(
                "The backlog is there before a contender starts; from the first committed results to the last, or to those"
                        + " at the cut-off, 8 s after the first (--quick: 3 s); what comes while a contender closes counts for nothing.",
                "Who promises exactly one result and publishes a second one breaks the row, and so does who commits a"
                        + " command that has none.",
                "The others make their requests with the JDK's client, which people take first, or with the one that Callport has.",
                "All may have 1,000 requests in flight; Spring's threads are as many as the partitions, 8.",
                "The vendor alone answers " + Numbers.text(capacity) + " requests/s over 64 connections.");
    }
}
