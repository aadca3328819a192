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
    /** Most lanes rest: they hold a spent slot, and a hundred of them (or all, if there are fewer) are asked in turn. */
    @State(Scope.Thread)
    public static class Resting {
        /** The number of lanes. */
        @Param({"1", "100", "1000", "100000"})
        public int lanes;

        OpenLoop loop;

        /** Builds the lanes and takes them round a few times. */
        @Setup
        public void open() {
            loop = new OpenLoop(lanes, 100);
        }
    }

    /** Every lane is asked in turn, in no order. */
    @State(Scope.Thread)
    public static class Asked {
        /** The number of lanes. */
        @Param({"1", "100", "1000", "100000"})
        public int lanes;

        OpenLoop loop;

        /** Builds the lanes and takes them round a few times. */
        @Setup
        public void open() {
            loop = new OpenLoop(lanes, lanes);
        }
    }

    /** Every lane has spent its budget; four commands and their timers wait on each. */
    @State(Scope.Thread)
    public static class Waiting {
        /** The number of lanes. */
        @Param({"1", "100", "1000", "100000"})
        public int lanes;

        ClosedLoop loop;

        /** Builds the lanes and takes them round a few times. */
        @Setup
        public void open() {
            loop = new ClosedLoop(lanes, 4);
        }
    }

    /** As many objects as lanes have, and no switchboard: what is left is memory. */
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

    /** A command on one of a few busy lanes among many that rest. */
    @Benchmark
    public int resting(Resting state, ProcessorTime cpu) {
        cpu.cycles++;
        return state.loop.cycle();
    }

    /** A command on the lane that was touched least recently. */
    @Benchmark
    public int asked(Asked state, ProcessorTime cpu) {
        cpu.cycles++;
        return state.loop.cycle();
    }

    /** A command on a lane where others wait. */
    @Benchmark
    public int waiting(Waiting state, ProcessorTime cpu) {
        cpu.cycles++;
        return state.loop.cycle();
    }

    /** A walk over a lane's worth of memory. */
    @Benchmark
    public long memory(Memory state, ProcessorTime cpu) {
        cpu.cycles++;
        return state.bare.cycle();
    }
}
