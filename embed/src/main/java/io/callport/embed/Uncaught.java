package io.callport.embed;

/** Reports what the application's code throws to the thread's handler of uncaught exceptions, and goes on. */
final class Uncaught {
    private Uncaught() {}

    static void report(Throwable thrown) {
        Thread here = Thread.currentThread();
        try {
            here.getUncaughtExceptionHandler().uncaughtException(here, thrown);
        } catch (RuntimeException | Error e) {
            thrown.addSuppressed(e); // the handler is the application's too, and there is nobody else to report to
        }
    }
}
