package io.callport.execution;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes threads that have names and do not keep the JVM alive. Thread-safe. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** A factory of daemon threads of one name. */
    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** A factory of daemon threads whose names are a prefix and a number, from 1. */
    public static ThreadFactory numbered(String prefix) {
        AtomicInteger numbers = new AtomicInteger();
        return task -> named(prefix + numbers.incrementAndGet()).newThread(task);
    }
}
