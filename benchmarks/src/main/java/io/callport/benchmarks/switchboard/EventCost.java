package io.callport.benchmarks.switchboard;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The cost of one command in the switchboard, by the number of lanes and their state. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgs = {"-Xms3g", "-Xmx3g"})
public class EventCost {
    /**
     * Lanes of which most rest with a spent slot, and a hundred (or all, if there are fewer) receive commands in turn.
     */
    @State(Scope.Thread)
    public static class Resting {
        /** The number of lanes. */
        @Param({"1", "100", "1000", "100000"})
        public int lanes;

        OpenLoop loop;

        /** Builds the lanes and runs a few cycles on them. */
        @Setup
        public void open() {
            loop = new OpenLoop(lanes, 100);
        }
    }

    /** Lanes that all receive commands, one after the other in random order. */
    @State(Scope.Thread)
    public static class Asked {
        /** The number of lanes. */
        @Param({"1", "100", "1000", "100000"})
        public int lanes;

        OpenLoop loop;

        /** Builds the lanes and runs a few cycles on them. */
        @Setup
        public void open() {
            loop = new OpenLoop(lanes, lanes);
        }
    }

    /** Lanes that have spent their budgets, each with four waiting commands and their timers. */
    @State(Scope.Thread)
    public static class Waiting {
        /** The number of lanes. */
        @Param({"1", "100", "1000", "100000"})
        public int lanes;

        ClosedLoop loop;

        /** Builds the lanes and runs a few cycles on them. */
        @Setup
        public void open() {
            loop = new ClosedLoop(lanes, 4);
        }
    }

    /** The objects of as many lanes, without a switchboard, so that only the cost of memory is left. */
    @State(Scope.Thread)
    public static class Memory {
        /** The number of accounts. */
        @Param({"1", "100", "1000", "100000"})
        public int lanes;

        MemoryWalk bare;

        /** Builds the chains of objects. */
        @Setup
        public void open() {
            bare = new MemoryWalk(lanes);
        }
    }

    /** Measures a command on one of a few busy lanes among many resting lanes. */
    @Benchmark
    public int resting(Resting state, ProcessorTime cpu) {
        cpu.cycles++;
        return state.loop.cycle();
    }

    /** Measures a command on the lane that was touched least recently. */
    @Benchmark
    public int asked(Asked state, ProcessorTime cpu) {
        cpu.cycles++;
        return state.loop.cycle();
    }

    /** Measures a command on a lane where other commands wait. */
    @Benchmark
    public int waiting(Waiting state, ProcessorTime cpu) {
        cpu.cycles++;
        return state.loop.cycle();
    }

    /** Measures a walk over a lane's worth of memory. */
    @Benchmark
    public long memory(Memory state, ProcessorTime cpu) {
        cpu.cycles++;
        return state.bare.cycle();
    }
}
