package io.callport.benchmarks.comparison.budget;

import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.Measurements;
import io.callport.benchmarks.comparison.Rounds;
import io.callport.benchmarks.comparison.RunContext;
import io.callport.benchmarks.contender.limiter.Bucket4jLimiter;
import io.callport.benchmarks.contender.limiter.FixedWindow;
import io.callport.benchmarks.contender.limiter.GuavaLimiter;
import io.callport.benchmarks.contender.limiter.Resilience4jLimiter;
import io.callport.benchmarks.report.ComparisonReport;
import io.callport.benchmarks.report.Goal;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.report.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** B5: one hour of saturation at 20 a minute. Each round has another network, the same for all contenders. */
public final class BudgetUse implements Comparison {
    private static final Metric USED = new Metric("budget used", "%");
    private static final Metric VIOLATIONS = new Metric("requests beyond it", "in an hour");
    private static final Metric EVENLY = new Metric("the same, if the network were even", "in an hour");
    private static final Metric MOST = new Metric("most in any minute", "requests");
    private static final String CALLPORT = "Callport";

    @Override
    public String id() {
        return "B5";
    }

    @Override
    public String title() {
        return "One hour of saturation at 20 requests a minute, distinct queries, latency 0.1 s, on a simulated clock";
    }

    @Override
    public ComparisonReport measure(RunContext run) throws Exception {
        Measurements measurements = new Rounds(id())
                .add(CALLPORT, turn(SwitchboardClient::run))
                .add("Resilience4j", turn(seed -> LimitedClient.run(new Resilience4jLimiter(), seed)))
                .add("Bucket4j, greedy", turn(seed -> LimitedClient.run(Bucket4jLimiter.greedy(), seed)))
                .add("Bucket4j, by interval", turn(seed -> LimitedClient.run(Bucket4jLimiter.intervally(), seed)))
                .add("Guava RateLimiter", turn(seed -> LimitedClient.run(new GuavaLimiter(), seed)))
                .add("fixed window", turn(seed -> LimitedClient.run(new FixedWindow(), seed)))
                .run(0, run.pick(5, 3, 1), run);
        List<Verdict> verdicts = List.of(
                new Verdict(
                        "share of the budget used, in percent", measurements.values(CALLPORT, USED), Goal.atLeast(99)),
                new Verdict(
                        "requests beyond the budget in any sliding minute",
                        measurements.values(CALLPORT, VIOLATIONS),
                        Goal.atMost(0).inEveryRound()));
        return new ComparisonReport(id(), title(), measurements.figures(), verdicts, NOTES);
    }

    private static final List<String> NOTES = List.of(
            "A request is beyond the budget if there were 20 others in the minute before it, as the vendor sees them.",
            "When in its 0.1 s a request reaches the vendor is random, the same for all; a round is one such network.");

    private static Rounds.Turn turn(LongFunction<RequestHour> contender) {
        return new Rounds.Turn() {
            private long seed;

            @Override
            public Map<Metric, Double> run() {
                RequestHour hour = contender.apply(seed++);
                Map<Metric, Double> values = new LinkedHashMap<>();
                values.put(USED, hour.usedPercent());
                values.put(VIOLATIONS, (double) hour.violations());
                values.put(EVENLY, (double) hour.violationsOfAnEvenNetwork());
                values.put(MOST, (double) hour.mostInAnyWindow());
                return values;
            }
        };
    }
}
