package io.callport.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * The tasks of the switchboard's thread, in order; each task gets the time at which it runs. Any thread adds tasks, one
 * thread drains them. A closed queue accepts no more queries.
 */
final class EventQueue {
    private final BlockingQueue<LongConsumer> tasks = new LinkedBlockingQueue<>();
    private final int capacity;
    private boolean closed; // guarded by this, together with the tasks of queries

    /** The answer to the offer of a query. */
    enum Offer {
        ACCEPTED,
        FULL,
        CLOSED
    }

    /** @param capacity the number of waiting tasks from which on the queue accepts no more queries */
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

    /** Adds the task of an event, even to a queue that is full or closed. */
    void add(LongConsumer task) {
        tasks.add(task);
    }

    /**
     * Closes the queue with a last task, which runs after the tasks of all earlier queries. A second call has no
     * effect.
     */
    synchronized void close(LongConsumer last) {
        if (!closed) {
            closed = true;
            tasks.add(last);
        }
    }

    /** Removes all tasks, and waits up to the given time for the first task. */
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
