package io.callport.benchmarks.comparison.footprint;

import io.callport.account.Account;
import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.Measurements;
import io.callport.benchmarks.comparison.Rounds;
import io.callport.benchmarks.comparison.RunContext;
import io.callport.benchmarks.harness.BenchmarkTopics;
import io.callport.benchmarks.harness.CommandPublisher;
import io.callport.benchmarks.harness.ResultReader;
import io.callport.benchmarks.report.ComparisonReport;
import io.callport.benchmarks.report.Goal;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.report.Verdict;
import io.callport.benchmarks.vendor.CallbotStandIn;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * B8: the time from the start of a process to its first result, and the memory of the process, by scale. Its goals are
 * the laws of growth of accounts.
 */
public final class StartAndMemory implements Comparison {
    private static final Metric START = new Metric("from start to the first result", "ms");
    private static final Metric HEAP = new Metric("heap after a collection", "MiB");
    private static final Metric RESIDENT = new Metric("resident", "MiB");
    private static final Metric ALL = new Metric("from start to the last result", "ms");
    private static final String AT_REST = " accounts, at rest";
    private static final String ONE = "1 account, at rest";
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final Duration NEVER = Duration.ofHours(1);
    private static final int ACCOUNTS = 100;
    private static final String BUDGET = "20/PT1H";

    @Override
    public String id() {
        return "B8";
    }

    @Override
    public String title() {
        return "Start to first result; memory at rest, with up to 100,000 outstanding commands, with up to 100,000 accounts";
    }

    @Override
    public ComparisonReport measure(RunContext run) throws Exception {
        List<Integer> sizes = run.pick(List.of(1_000, 10_000, 100_000), List.of(1_000, 10_000), List.of(10));
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                CallbotStandIn vendor = CallbotStandIn.start()) {
            String bootstrap = kafka.bootstrapServers();
            Rounds rounds = new Rounds(id()).add(ONE, () -> started(bootstrap, vendor, 1));
            sizes.forEach(size -> rounds.add(text(size) + AT_REST, () -> started(bootstrap, vendor, size)));
            int most = sizes.get(sizes.size() - 1);
            sizes.forEach(size -> rounds.add(
                    text(size) + " accounts of " + BUDGET + ", each asked once",
                    () -> eachAsked(bootstrap, vendor, size)));
            rounds.add(ACCOUNTS + " accounts, none outstanding", () -> outstanding(bootstrap, vendor, 0));
            sizes.forEach(size -> rounds.add(
                    ACCOUNTS + " accounts, " + text(size) + " outstanding",
                    () -> outstanding(bootstrap, vendor, size)));
            Measurements measurements = rounds.run(0, run.pick(2, 1, 1), run);
            return new ComparisonReport(
                    id(), title(), measurements.figures(), verdicts(measurements, sizes.get(0), most), NOTES);
        }
    }

    private static List<Verdict> verdicts(Measurements measurements, int few, int most) {
        String resting = text(most) + AT_REST;
        return List.of(
                new Verdict(
                        "heap of an account at rest, in KB, of " + text(most),
                        differences(measurements, HEAP, resting, ONE, 1_024.0 / Math.max(1, most - 1)),
                        Goal.atMost(2)),
                new Verdict(
                        "start with " + text(most) + " accounts, in s more than with " + text(few),
                        differences(measurements, START, resting, text(few) + AT_REST, 0.001),
                        Goal.atMost(3)));
    }

    private static List<Double> differences(
            Measurements measurements, Metric metric, String one, String other, double unit) {
        List<Double> more = measurements.values(one, metric);
        List<Double> less = measurements.values(other, metric);
        return IntStream.range(0, more.size())
                .mapToObj(round -> (more.get(round) - less.get(round)) * unit)
                .toList();
    }

    private static final List<String> NOTES = List.of(
            "Each in a process of its own, with -Xmx3g; the broker and the vendor are in another.",
            "From the start of the process; the command is there before, and so are the topics.",
            "Outstanding commands are all distinct, and their vendor does not answer; none of the accounts has a budget. The"
                    + " service's own metrics say that so many are outstanding, before and after, and none has a result.",
            "What bounds them: limits.waiting (100,000) for all, beyond which reading pauses, and limits.waiting-per-account"
                    + " (10,000), beyond which commands are refused; their parameters are as large as a record may be.",
            "What bounds accounts: how many are configured; each holds as many slots as its budget, 20 here, of which the one"
                    + " request of each takes one for an hour.");

    private static Map<Metric, Double> started(String bootstrap, CallbotStandIn vendor, int accounts)
            throws IOException {
        vendor.answerAfter(Duration.ZERO);
        Map<Metric, Double> values = new LinkedHashMap<>();
        try (BenchmarkTopics topics = BenchmarkTopics.create(bootstrap, 1)) {
            publish(topics, 1, 1);
            try (ResultReader results = ResultReader.of(topics, 1)) {
                long began = System.nanoTime();
                try (ServiceProcess process = ServiceProcess.start(topics, vendor.url(), accounts, "none")) {
                    await(results, 1);
                    values.put(START, (results.arrivedAt(0) - began) / 1e6);
                    memory(process, values);
                }
            }
        }
        return values;
    }

    private static Map<Metric, Double> eachAsked(String bootstrap, CallbotStandIn vendor, int accounts)
            throws IOException {
        vendor.answerAfter(Duration.ZERO);
        Map<Metric, Double> values = new LinkedHashMap<>();
        try (BenchmarkTopics topics = BenchmarkTopics.create(bootstrap, 1)) {
            publish(topics, accounts, accounts);
            long began = System.nanoTime();
            try (ResultReader results = ResultReader.of(topics, accounts);
                    ServiceProcess process = ServiceProcess.start(topics, vendor.url(), accounts, BUDGET)) {
                await(results, accounts);
                values.put(ALL, (System.nanoTime() - began) / 1e6);
                memory(process, values);
            }
        }
        return values;
    }

    private static void await(ResultReader results, int commands) {
        int done = results.await(commands, TIMEOUT);
        if (done < commands || results.refused() > 0) {
            throw new IllegalStateException(done + " results of " + commands + ", " + results.refused() + " refused");
        }
    }

    private static Map<Metric, Double> outstanding(String bootstrap, CallbotStandIn vendor, int commands)
            throws IOException {
        vendor.answerAfter(NEVER);
        Map<Metric, Double> values = new LinkedHashMap<>();
        try (BenchmarkTopics topics = BenchmarkTopics.create(bootstrap, 1)) {
            publish(topics, commands, ACCOUNTS);
            try (ResultReader results = ResultReader.of(topics, commands);
                    ServiceProcess process = ServiceProcess.start(topics, vendor.url(), ACCOUNTS, "none")) {
                process.awaitOutstanding(commands);
                memory(process, values);
                process.awaitOutstanding(commands);
                if (results.counts().done() > 0) {
                    throw new IllegalStateException(results.refused() + " commands were refused, not outstanding");
                }
            }
        }
        return values;
    }

    private static void publish(BenchmarkTopics topics, int commands, int accounts) {
        try (CommandPublisher published = new CommandPublisher(topics, false)) {
            for (int i = 0; i < commands; i++) {
                published.send(i, new Account("callbot", "account-" + i % accounts), "customer-" + i);
            }
            published.flush();
        }
    }

    private static void memory(ServiceProcess process, Map<Metric, Double> values) throws IOException {
        ServiceProcess.Memory memory = process.steady();
        values.put(HEAP, memory.heapMib());
        values.put(RESIDENT, memory.residentMib());
    }

    private static String text(int size) {
        return "%,d".formatted(size);
    }
}
