package io.callport.switchboard.simulation;

import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/** What is going to happen, by time; what happens at the same time, in the order in which it was planned. */
final class Timetable {
    private record Entry(long at, long number, LongConsumer what) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>((a, b) -> a.at != b.at ? Long.compare(a.at, b.at) : Long.compare(a.number, b.number));
    private long numbers;

    void plan(long at, LongConsumer what) {
        entries.add(new Entry(at, numbers++, what));
    }

    /** When the next thing happens; {@link Long#MAX_VALUE} if nothing does. */
    long next() {
        return entries.isEmpty() ? Long.MAX_VALUE : entries.peek().at;
    }

    void happen() {
        Entry entry = entries.remove();
        entry.what.accept(entry.at);
    }
}
