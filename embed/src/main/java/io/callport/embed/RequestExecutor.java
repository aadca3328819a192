package io.callport.embed;

import io.callport.query.Outcome;
import io.callport.query.Ports;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Request;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * Makes requests, each on a thread of the executor, and reports their outcomes. The switchboard bounds the number of
 * requests.
 *
 * @param ports the ports of each vendor family that an account names
 * @param executor the executor that runs the requests
 * @param clock a monotonic clock, in nanoseconds
 * @param listener the listener that is called at the end of each request, on the request's thread
 */
record RequestExecutor(Function<String, Ports> ports, Executor executor, LongSupplier clock, EmbedListener listener) {
    private static final Outcome NO_THREAD = new Outcome.Failed(
            QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, "The application's executor took no request"));

    /**
     * Starts a request in a context, which cannot keep the request from running; reports the request's end exactly
     * once.
     */
    void start(Request request, UnaryOperator<Runnable> context, BiConsumer<Request, Outcome> ended) {
        Runnable work = once(() -> ask(request, ended));
        try {
            executor.execute(() -> run(work, context));
        } catch (RuntimeException | OutOfMemoryError e) { // refused, or the JVM has no thread left
            ended.accept(request, NO_THREAD);
        }
    }

    private static Runnable once(Runnable work) {
        AtomicBoolean begun = new AtomicBoolean();
        return () -> {
            if (begun.compareAndSet(false, true)) {
                work.run();
            }
        };
    }

    private static void run(Runnable work, UnaryOperator<Runnable> context) {
        try {
            context.apply(work).run();
        } finally {
            work.run();
        }
    }

    private void ask(Request request, BiConsumer<Request, Outcome> ended) {
        long startedAt = clock.getAsLong();
        Outcome outcome = Request.BROKEN; // the outcome if an Error kills this thread: even then the request ends
        try {
            outcome = request.ask(Ports.lazily(ports, request.account().vendor()));
        } finally {
            ended.accept(request, outcome);
            QueryFailure failure = outcome.failure();
            Reason failed = failure == null ? null : failure.reason();
            Duration took = Duration.ofNanos(clock.getAsLong() - startedAt);
            listener.requestEnded(request.query(), request.account(), failed, took);
        }
    }
}
