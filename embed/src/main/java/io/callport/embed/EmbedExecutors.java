package io.callport.embed;

import io.callport.execution.BoundedThreads;
import java.util.concurrent.Executor;

/**
 * The executors that run requests and hand over results. They are two, so that slow vendors delay no result. Each has
 * as many threads as there may be requests in flight.
 *
 * @param requests the executor of requests: one task is one request, which blocks until the vendor has answered
 * @param results the threads of results: one task is one result, and runs the application's code that depends on the
 *     result
 * @param end the task that interrupts the requests and lets the results end; an executor of the application is left
 *     alone
 */
record EmbedExecutors(Executor requests, ResultThreads results, Runnable end) {
    /** Executors with the application's threads for requests. */
    static EmbedExecutors of(Executor requests, EmbedSettings settings) {
        ResultThreads results = new ResultThreads(settings.limits().maxRequests());
        return new EmbedExecutors(requests, results, results::shutdown);
    }

    /** Executors with Callport's own threads: virtual threads where the JVM has them. */
    static EmbedExecutors own(EmbedSettings settings) {
        BoundedThreads requests =
                new BoundedThreads("callport-request-", settings.limits().maxRequests());
        ResultThreads results = new ResultThreads(settings.limits().maxRequests());
        return new EmbedExecutors(requests, results, () -> {
            results.shutdown();
            requests.close();
        });
    }
}
