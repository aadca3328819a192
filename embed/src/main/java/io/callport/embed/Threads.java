package io.callport.embed;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where requests run and where results are handed over. Two places, so that slow vendors delay no result.
 *
 * @param requests one task is one request, which blocks until the vendor has answered
 * @param results one task is one result, which runs what the application lets depend on it
 * @param end interrupts the requests and lets the results end; touches nothing that is the application's
 */
record Threads(Executor requests, Executor results, Runnable end) {
    /** With requests on the application's threads. */
    static Threads of(Executor requests) {
        ExecutorService results = start("callport-result-");
        return new Threads(requests, results, results::shutdown);
    }

    /** All our own: virtual ones where the JVM has them. */
    static Threads own() {
        ExecutorService requests = start("callport-request-");
        ExecutorService results = start("callport-result-");
        return new Threads(requests, results, () -> {
            results.shutdown();
            requests.shutdownNow();
        });
    }

    private static ExecutorService start(String prefix) {
        try {
            Method virtual = Executors.class.getMethod("newVirtualThreadPerTaskExecutor"); // since Java 21
            return (ExecutorService) virtual.invoke(null);
        } catch (ReflectiveOperationException e) {
            AtomicInteger numbers = new AtomicInteger();
            return Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, prefix + numbers.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
        }
    }
}
