package io.callport.embed;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The executors that run requests and hand over results. They are two, so that slow vendors delay no result.
 *
 * @param requests the executor of requests: one task is one request, which blocks until the vendor has answered
 * @param results the executor of results: one task is one result, and runs the application's code that depends on the
 *     result
 * @param end the task that interrupts the requests and lets the results end; an executor of the application is left
 *     alone
 */
record EmbedExecutors(Executor requests, Executor results, Runnable end) {
    /** Executors with the application's threads for requests. */
    static EmbedExecutors of(Executor requests) {
        ExecutorService results = start("callport-result-");
        return new EmbedExecutors(requests, results, results::shutdown);
    }

    /** Executors with Callport's own threads: virtual threads where the JVM has them. */
    static EmbedExecutors own() {
        ExecutorService requests = start("callport-request-");
        ExecutorService results = start("callport-result-");
        return new EmbedExecutors(requests, results, () -> {
            results.shutdown();
            requests.shutdownNow();
        });
    }

    private static ExecutorService start(String prefix) {
        try {
            Method virtual = Executors.class.getMethod("newVirtualThreadPerTaskExecutor"); // there since Java 21
            return (ExecutorService) virtual.invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newCachedThreadPool(DaemonThreads.numbered(prefix));
        }
    }
}
