package io.callport.embed;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the named threads of this module, none of which keeps the JVM alive. */
final class DaemonThreads {
    private DaemonThreads() {}

    /** A factory of daemon threads with that name. */
    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A factory of daemon threads with that prefix and a number each, from 1. */
    static ThreadFactory numbered(String prefix) {
        AtomicInteger numbers = new AtomicInteger();
        return task -> named(prefix + numbers.incrementAndGet()).newThread(task);
    }
}
