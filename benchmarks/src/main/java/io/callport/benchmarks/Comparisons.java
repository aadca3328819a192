package io.callport.benchmarks;

import io.callport.benchmarks.comparison.Comparison;
import io.callport.benchmarks.comparison.budget.BudgetUse;
import io.callport.benchmarks.comparison.footprint.StartAndMemory;
import io.callport.benchmarks.comparison.isolation.AllFloods;
import io.callport.benchmarks.comparison.isolation.FloodIsolation;
import io.callport.benchmarks.comparison.latency.SingleCommand;
import io.callport.benchmarks.comparison.request.PortRequest;
import io.callport.benchmarks.comparison.signing.SignatureCost;
import io.callport.benchmarks.comparison.throughput.DistinctRequests;
import io.callport.benchmarks.comparison.throughput.SharedRequests;
import io.callport.benchmarks.switchboard.EventGrowth;
import java.util.List;

/** The rows of the comparison, in their order. */
final class Comparisons {
    static final List<Comparison> ALL = List.of(
            new SignatureCost(),
            new PortRequest(),
            new SharedRequests(),
            new DistinctRequests(),
            new BudgetUse(),
            new FloodIsolation(),
            new SingleCommand(),
            new StartAndMemory(),
            new AllFloods(),
            new EventGrowth());

    private Comparisons() {}
}
