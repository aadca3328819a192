package io.callport.observability.metrics;

import java.util.concurrent.ThreadFactory;

/** Makes the named threads of this module, none of which keeps the JVM alive. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** A factory of daemon threads with that name. */
    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
