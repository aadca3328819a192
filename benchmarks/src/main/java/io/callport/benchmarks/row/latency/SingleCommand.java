package io.callport.benchmarks.row.latency;

import io.callport.benchmarks.peer.kafka.CallportPeer;
import io.callport.benchmarks.peer.kafka.CopyLoop;
import io.callport.benchmarks.report.RowReport;
import io.callport.benchmarks.row.Contest;
import io.callport.benchmarks.row.Measured;
import io.callport.benchmarks.row.Row;
import io.callport.benchmarks.row.Run;
import io.callport.benchmarks.vendor.StandIn;
import io.callport.sandbox.broker.EmbeddedKafka;
import java.util.List;

/** B7: Callport's latency when idle, beside a loop that only copies and a request that needs no Kafka. It has no goal. */
public final class SingleCommand implements Row {
    private static final int RESULT_BYTES = 1_050;
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
    public RowReport measure(Run run) throws Exception {
        OneByOne commands = new OneByOne(run.pick(100, 60, 2), run.pick(200, 80, 5));
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                StandIn vendor = StandIn.start()) {
            String bootstrap = kafka.bootstrapServers();
            CopyLoop loop = new CopyLoop(JAVADOC_RECORDS, RESULT_BYTES);
            Measured measured = new Contest(id())
                    .add(
                            "Callport",
                            () -> commands.through(new CallportPeer(), bootstrap, vendor)
                                    .percentiles())
                    .add(
                            "copy loop",
                            () -> commands.through(loop, bootstrap, vendor).percentiles())
                    .add("bare HTTP request", () -> commands.bare(vendor).percentiles())
                    .run(0, run.pick(3, 1, 1), run);
            return new RowReport(id(), title(), measured.figures(), List.of(), NOTES);
        }
    }

    private static final List<String> NOTES = List.of(
            "From just before send to the committed result at its reader; the account has no budget, so that nothing is"
                    + " announced; the vendor answers at once.",
            "From the command to its request: published, fetched, read, decided. From the answer to the committed result: one"
                    + " transaction, fetched. The copy loop is both without the rest.");
}
