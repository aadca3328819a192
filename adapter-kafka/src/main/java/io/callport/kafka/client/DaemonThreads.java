package io.callport.kafka.client;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the threads of this module: named, and unable to keep the JVM alive. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** A factory of daemon threads with a name. */
    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A factory of daemon threads with a prefix and a number each, from 1. */
    public static ThreadFactory numbered(String prefix) {
        AtomicInteger numbers = new AtomicInteger();
        return task -> named(prefix + numbers.incrementAndGet()).newThread(task);
    }
}
