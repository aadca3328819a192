package io.callport.kafka.client;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the threads of this module: named, and none of them keeps the JVM alive. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** A factory of daemon threads of that name. */
    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A factory of daemon threads of that name and a number each, from 1. */
    public static ThreadFactory numbered(String prefix) {
        AtomicInteger numbers = new AtomicInteger();
        return task -> named(prefix + numbers.incrementAndGet()).newThread(task);
    }
}
