package io.callport.execution;

/**
 * Passes what was thrown on to the thread's handler of uncaught exceptions, so that no thread ends while the others go
 * on as if nothing had happened. Callport's own process has a default handler that ends it; an application decides with
 * its own. Thread-safe.
 */
public final class UncaughtExceptions {
    private UncaughtExceptions() {}

    /** A task that reports an error before it throws it: an executor would keep it to itself. */
    public static Runnable reportingErrors(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Error e) {
                report(e);
                throw e;
            }
        };
    }

    /**
     * Reports to the handler of the calling thread; never throws. What the handler throws is suppressed in what is
     * reported.
     */
    public static void report(Throwable thrown) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } catch (RuntimeException | Error e) {
            if (e != thrown) {
                thrown.addSuppressed(e); // the handler is the application's, and there is nobody else to report to
            }
        }
    }
}
