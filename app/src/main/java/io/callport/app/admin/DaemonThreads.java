package io.callport.app.admin;

import java.util.concurrent.ThreadFactory;

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
}
