package io.callport.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.benchmarks.pipeline.Isolation;
import io.callport.benchmarks.pipeline.OutstandingCommands;
import io.callport.benchmarks.pipeline.Takeover;
import io.callport.benchmarks.switchboard.EventCostByLanes;
import io.callport.benchmarks.switchboard.LaneMemory;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every benchmark runs for a moment, so that none breaks unnoticed; no figure is checked. */
class BenchmarksStillWorkTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void anEventsCostIsMeasured() throws Exception {
        EventCostByLanes.tryOut(out);
        assertThat(lines()).contains("resting", "asked", "waiting", "memory");
    }

    @Test
    void aLanesBytesAreMeasured() {
        LaneMemory.print(100, out);
        assertThat(lines()).contains("20 spent slots, 4 commands");
    }

    @Test
    void quietAccountsAreMeasuredBesideAFlood() {
        Isolation.tryOut(out);
        assertThat(lines()).contains("600, for an hour each", " 0 refused");
    }

    @Test
    void aRecordsCostIsMeasuredBesideOutstandingOnes() {
        OutstandingCommands.tryOut(out);
        assertThat(lines()).contains("20 outstanding");
    }

    @Test
    void aTakeoverIsMeasured() {
        Takeover.tryOut(out);
        assertThat(lines()).contains("20 accounts");
    }

    private String lines() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
