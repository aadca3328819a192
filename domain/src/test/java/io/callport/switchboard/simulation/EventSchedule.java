package io.callport.switchboard.simulation;

import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/** The events to come, by time; those of the same time in the order in which they were planned. */
final class EventSchedule {
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
