package io.callport.embed;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where requests run.
 *
 * @param executor one task is one request, which blocks until the vendor has answered
 * @param end ends what is ours of it
 */
record RequestThreads(Executor executor, Runnable end) {
    /** The application's, which it ends itself. */
    static RequestThreads of(Executor executor) {
        return new RequestThreads(executor, () -> {});
    }

    /** Our own: virtual ones where the JVM has them. */
    static RequestThreads own() {
        ExecutorService threads = threads();
        return new RequestThreads(threads, threads::shutdownNow);
    }

    private static ExecutorService threads() {
        try {
            Method virtual = Executors.class.getMethod("newVirtualThreadPerTaskExecutor"); // since Java 21
            return (ExecutorService) virtual.invoke(null);
        } catch (ReflectiveOperationException e) {
            AtomicInteger numbers = new AtomicInteger();
            return Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "callport-request-" + numbers.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
        }
    }
}
