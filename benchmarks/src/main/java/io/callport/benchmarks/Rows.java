package io.callport.benchmarks;

import io.callport.benchmarks.row.Row;
import io.callport.benchmarks.row.budget.BudgetUse;
import io.callport.benchmarks.row.isolation.Flood;
import io.callport.benchmarks.row.latency.SingleCommand;
import io.callport.benchmarks.row.life.Life;
import io.callport.benchmarks.row.request.PortRequest;
import io.callport.benchmarks.row.signing.Signing;
import io.callport.benchmarks.row.throughput.Distinct;
import io.callport.benchmarks.row.throughput.Shared;
import java.util.List;

/** The rows of the comparison, in their order. */
final class Rows {
    static final List<Row> ALL = List.of(
            new Signing(),
            new PortRequest(),
            new Shared(),
            new Distinct(),
            new BudgetUse(),
            new Flood(),
            new SingleCommand(),
            new Life());

    private Rows() {}
}
