package io.callport.embed;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The executors on which requests run and results are handed over. Two, so that slow vendors delay no result.
 *
 * @param requests one task is one request, which blocks until the vendor has answered
 * @param results one task is one result, which runs what the application lets depend on it
 * @param end interrupts the requests and lets the results end; leaves an executor of the application alone
 */
record EmbedExecutors(Executor requests, Executor results, Runnable end) {
    /** Executors with the application's threads for requests. */
    static EmbedExecutors of(Executor requests) {
        ExecutorService results = start("callport-result-");
        return new EmbedExecutors(requests, results, results::shutdown);
    }

    /** Executors with threads of Callport's own: virtual ones where the JVM has them. */
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
