package io.callport.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * The tasks of the switchboard's thread, in order; each gets the time at which it runs. Any thread adds, one drains. After the
 * queue is closed it takes no more queries.
 */
final class EventQueue {
    private final BlockingQueue<LongConsumer> tasks = new LinkedBlockingQueue<>();
    private final int capacity;
    private boolean closed; // guarded by this, together with what it lets in

    /** The answer to the offer of a query. */
    enum Offer {
        ACCEPTED,
        FULL,
        CLOSED
    }

    /** @param capacity how many tasks may wait here before it takes no more queries */
    EventQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Adds the task of a query, unless the queue is full or closed. */
    synchronized Offer offer(LongConsumer task) {
        if (closed) {
            return Offer.CLOSED;
        }
        if (tasks.size() >= capacity) {
            return Offer.FULL;
        }
        tasks.add(task);
        return Offer.ACCEPTED;
    }

    /** Adds the task of an event, always. */
    void add(LongConsumer task) {
        tasks.add(task);
    }

    /** Closes the queue; this task comes after those of all queries before. Has no effect the second time. */
    synchronized void close(LongConsumer last) {
        if (!closed) {
            closed = true;
            tasks.add(last);
        }
    }

    /** Removes all tasks; waits that long for the first. */
    List<LongConsumer> drain(long nanos) throws InterruptedException {
        List<LongConsumer> drained = new ArrayList<>();
        LongConsumer first = tasks.poll(nanos, TimeUnit.NANOSECONDS);
        if (first != null) {
            drained.add(first);
            tasks.drainTo(drained);
        }
        return drained;
    }
}
