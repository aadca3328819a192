package io.callport.switchboard.simulation;

import io.callport.switchboard.Result;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** The last lines of a run, which show the way to its failure. */
final class Trace {
    private static final int MAX_LENGTH = 40;
    private static final String ADVANCE = "advance with ";

    private final boolean kept;
    private final Deque<String> lines = new ArrayDeque<>();
    private final List<Result<Long>> results = new ArrayList<>();
    private final long start;

    /** @param start the time that is shown as zero */
    Trace(boolean kept, long start) {
        this.kept = kept;
        this.start = start;
    }

    boolean kept() {
        return kept;
    }

    void add(long now, String what) {
        lines.add(time(now) + "  " + what);
        if (lines.size() > MAX_LENGTH) {
            lines.remove();
        }
    }

    /** An advance; of many in a row without an effect only the last is kept. */
    void addAdvance(long now, double random, long wakeAt) {
        if (lines.size() > 1 && lines.peekLast().contains(ADVANCE)) {
            lines.removeLast();
        }
        add(now, ADVANCE + random + ", wake at " + time(wakeAt));
    }

    void add(long now, Result<Long> result) {
        results.add(result);
        add(now, "  result #" + result.command().attachment() + " " + result.outcome() + " " + result.request());
    }

    /** All results of the run. */
    List<Result<Long>> results() {
        return results;
    }

    /** A time as milliseconds since the start. */
    String time(long now) {
        return now == Long.MAX_VALUE ? "never" : String.format(Locale.ROOT, "%,.6f ms", (now - start) / 1e6);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
