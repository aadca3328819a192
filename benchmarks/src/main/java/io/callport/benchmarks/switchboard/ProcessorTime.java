package io.callport.benchmarks.switchboard;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The processor time of the benchmark's thread, beside the wall-clock time: on a shared machine, only the processor
 * time is the benchmark's own.
 */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The nanoseconds of an iteration. */
    public long nanos;

    /** The number of cycles of an iteration. */
    public long cycles;

    private long startedAt;

    /** Starts the measurement of an iteration. */
    @Setup(Level.Iteration)
    public void start() {
        nanos = 0;
        cycles = 0;
        startedAt = THREADS.getCurrentThreadCpuTime();
    }

    /** Ends the measurement of an iteration. */
    @TearDown(Level.Iteration)
    public void stop() {
        nanos = THREADS.getCurrentThreadCpuTime() - startedAt;
    }
}
