package io.callport.app.admin;

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

    /** A task that passes an error on to the handler of uncaught exceptions: an executor would keep it to itself. */
    public static Runnable reportingErrors(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Error e) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
                throw e;
            }
        };
    }
}
