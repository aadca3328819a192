package io.callport.observability.metrics;

import java.util.concurrent.ThreadFactory;

/** Makes the threads of this module: named, and none of them keeps the JVM alive. */
final class DaemonThreads {
    private DaemonThreads() {}

    /** A factory of daemon threads of that name. */
    static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
