package io.callport.embed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * What the operator is to do next, in order; each task is told the time. Any thread puts in, one takes out. Nothing that was
 * asked gets in once it is closed.
 */
final class Inbox {
    private final BlockingQueue<LongConsumer> tasks = new LinkedBlockingQueue<>();
    private final int capacity;
    private boolean closed; // guarded by this, together with what it lets in

    /** What became of something that was asked. */
    enum Taken {
        YES,
        FULL,
        CLOSED
    }

    /** @param capacity how many tasks may lie here before nothing more is asked */
    Inbox(int capacity) {
        this.capacity = capacity;
    }

    /** Puts in what someone asked, if it may be asked now. */
    synchronized Taken ask(LongConsumer task) {
        if (closed) {
            return Taken.CLOSED;
        }
        if (tasks.size() >= capacity) {
            return Taken.FULL;
        }
        tasks.add(task);
        return Taken.YES;
    }

    /** Puts in what happened, always. */
    void tell(LongConsumer task) {
        tasks.add(task);
    }

    /** From now on nothing is asked; all that was asked before is in, and this comes after it. Has no effect the second time. */
    synchronized void close(LongConsumer last) {
        if (!closed) {
            closed = true;
            tasks.add(last);
        }
    }

    /** Takes all out; waits for the first until the time is up. */
    List<LongConsumer> take(long nanos) throws InterruptedException {
        List<LongConsumer> taken = new ArrayList<>();
        LongConsumer first = tasks.poll(nanos, TimeUnit.NANOSECONDS);
        if (first != null) {
            taken.add(first);
            tasks.drainTo(taken);
        }
        return taken;
    }
}
