package io.callport.benchmarks.comparison.latency;

import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.Measurements;
import io.callport.benchmarks.comparison.Rounds;
import io.callport.benchmarks.comparison.RunContext;
import io.callport.benchmarks.contender.kafka.CallportContender;
import io.callport.benchmarks.contender.kafka.Contender;
import io.callport.benchmarks.contender.kafka.CopyLoop;
import io.callport.benchmarks.contender.kafka.RealResults;
import io.callport.benchmarks.report.ComparisonReport;
import io.callport.benchmarks.report.Metric;
import io.callport.benchmarks.vendor.CallbotStandIn;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.util.List;
import java.util.Map;

/**
 * B7: Callport's latency when idle, beside a loop that only copies and a request that needs no Kafka. The row has no
 * goal.
 */
public final class SingleCommand implements Comparison {
    private static final int JAVADOC_RECORDS = 500;

    @Override
    public String id() {
        return "B7";
    }

    @Override
    public String title() {
        return "End-to-end latency of a single command on an idle service, beside a copy loop and a bare HTTP request";
    }

    @Override
    public ComparisonReport measure(RunContext run) throws Exception {
        SequentialCommands commands = new SequentialCommands(run.pick(100, 60, 2), run.pick(500, 150, 5));
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                CallbotStandIn vendor = CallbotStandIn.start()) {
            String bootstrap = kafka.bootstrapServers();
            CopyLoop loop = new CopyLoop(JAVADOC_RECORDS, RealResults.of(bootstrap, vendor.url(), 1));
            Measurements measurements = new Rounds(id())
                    .add("Callport", () -> callport(commands, new CallportContender(), bootstrap, vendor))
                    .add(
                            "Callport, with a budget",
                            () -> callport(commands, new CallportContender("1000000/PT1M"), bootstrap, vendor))
                    .add(
                            "copy loop",
                            () -> commands.through(loop, LatencyParts.OF_A_COPY, bootstrap, vendor)
                                    .percentiles())
                    .add("bare HTTP request", () -> commands.bare(vendor).percentiles())
                    .run(0, run.pick(2, 1, 1), run);
            return new ComparisonReport(id(), title(), measurements.figures(), List.of(), NOTES);
        }
    }

    private static Map<Metric, Double> callport(
            SequentialCommands commands, Contender contender, String bootstrap, CallbotStandIn vendor) {
        return commands.through(contender, LatencyParts.OF_A_REQUEST, bootstrap, vendor)
                .percentiles();
    }

    private static final List<String> NOTES = List.of(
            "From just before send to the committed result at its reader; the vendor answers at once.",
            "From the command to its request: published, fetched, read, decided. How much of it is publishing shows in when the"
                    + " broker acknowledged the command.",
            "The request starts when it is decided. With a budget it is then announced, which is one more transaction, and"
                    + " that is part of it.",
            "From the answer to its result's send: noticed, made. From that send to the committed result: acknowledged, one"
                    + " transaction's end, fetched. The send is known to the millisecond, and taken for the middle of it.",
            "The copy loop's is a result that was made before.");
}
