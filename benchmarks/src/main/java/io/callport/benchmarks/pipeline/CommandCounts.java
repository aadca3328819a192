package io.callport.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.List;

/** The outcomes of some commands. Thread-safe. */
final class CommandCounts {
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Double> millis = new ArrayList<>();
    private int asked;
    private int answered;

    synchronized void asked() {
        asked++;
    }

    synchronized void ended(boolean withAnswer, long nanos) {
        answered += withAnswer ? 1 : 0;
        millis.add((double) nanos / NANOS_PER_MILLI);
    }

    /** The number of commands with neither an answer nor a refusal. */
    synchronized int waiting() {
        return asked - millis.size();
    }

    synchronized int answered() {
        return answered;
    }

    synchronized int refused() {
        return millis.size() - answered;
    }

    /** The latencies from command to result, in milliseconds. */
    synchronized List<Double> millis() {
        return List.copyOf(millis);
    }
}
