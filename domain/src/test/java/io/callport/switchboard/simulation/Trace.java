package io.callport.switchboard.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** The last lines of a run, for whoever has to understand how it broke. */
final class Trace {
    private static final int LONGEST = 40;

    private final boolean kept;
    private final Deque<String> lines = new ArrayDeque<>();
    private long start = Long.MIN_VALUE;

    Trace(boolean kept) {
        this.kept = kept;
    }

    boolean kept() {
        return kept;
    }

    void add(long now, String what) {
        if (start == Long.MIN_VALUE) {
            start = now;
        }
        lines.add(time(now) + "  " + what);
        if (lines.size() > LONGEST) {
            lines.remove();
        }
    }

    /** A time as milliseconds since the first line. */
    String time(long now) {
        return now == Long.MAX_VALUE ? "never" : String.format(Locale.ROOT, "%,.6f ms", (now - start) / 1e6);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
