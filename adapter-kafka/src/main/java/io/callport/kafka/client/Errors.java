package io.callport.kafka.client;

import java.lang.Thread.UncaughtExceptionHandler;

/**
 * Passes an {@link Error} on to the handler of uncaught exceptions, so that no thread dies alone while the others go on as if nothing
 * had happened. Callport's own process has a default handler that ends it; an application decides with its own.
 */
public final class Errors {
    private Errors() {}

    /** A task that reports an error before it throws it: an executor would keep it to itself. */
    public static Runnable reported(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Error e) {
                report(e);
                throw e;
            }
        };
    }

    /** Reports an error that ends the work of the calling thread. */
    public static void report(Error error) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, error);
    }

    /**
     * Gives the threads of Kafka's clients the default handler, if there is one: their own handler only logs. Called whenever clients
     * were opened or have joined the group, which starts another thread.
     */
    public static void watchKafkaThreads() {
        UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        if (handler == null) {
            return;
        }
        Thread[] threads = new Thread[2 * Thread.activeCount() + 16];
        int count = Thread.enumerate(threads);
        for (int i = 0; i < count; i++) {
            Thread thread = threads[i];
            if (thread.getName().startsWith("kafka-") || thread.getName().equals("consumer_background_thread")) {
                thread.setUncaughtExceptionHandler(handler);
            }
        }
    }
}
