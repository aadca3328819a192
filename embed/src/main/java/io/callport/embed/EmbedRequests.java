package io.callport.embed;

import io.callport.execution.RequestExecutor;
import io.callport.execution.RequestExecutor.Started;
import io.callport.execution.UncaughtExceptions;
import io.callport.query.Outcome;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Request;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Makes requests in the contexts of their queries, and reports their ends. A request that the executor does not begin
 * in time is cancelled. One thread calls this; ends are reported on the requests' threads.
 */
final class EmbedRequests {
    private static final long NEVER = Long.MAX_VALUE;

    private final RequestExecutor requests;
    private final LongSupplier clock;
    private final EmbedListener listener;
    private final Duration startTimeout;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** A request that the executor has, and the time at which it must have begun. */
    private record Waiting(Started request, long until) {}

    /**
     * Makes requests.
     *
     * @param requests the executor that runs the requests
     * @param clock a monotonic clock, in nanoseconds
     * @param listener the listener that is called at the end of each request, on the request's thread
     * @param startTimeout the time in which the executor must begin a request
     */
    EmbedRequests(RequestExecutor requests, LongSupplier clock, EmbedListener listener, Duration startTimeout) {
        this.requests = requests;
        this.clock = clock;
        this.listener = listener;
        this.startTimeout = startTimeout;
    }

    LongSupplier clock() {
        return clock;
    }

    EmbedListener listener() {
        return listener;
    }

    /**
     * Starts a request in a context, which cannot keep the request from running; reports the request's end exactly
     * once.
     */
    void start(Request request, UnaryOperator<Runnable> context, BiConsumer<Request, Outcome> ended) {
        long until = clock.getAsLong() + startTimeout.toNanos();
        Started started = requests.start(request, ask -> inContext(request, context, ask), (outcome, thrown) -> {
            ended.accept(request, outcome);
            if (thrown != null && outcome.equals(Request.BROKEN)) {
                UncaughtExceptions.report(thrown);
            }
        });
        if (!started.begun()) {
            waiting.addLast(new Waiting(started, until));
        }
    }

    /** Ends the requests that the executor should have begun by now: it may have dropped them. */
    void cancelLate(long now) {
        while (!waiting.isEmpty() && (waiting.getFirst().request.begun() || waiting.getFirst().until <= now)) {
            waiting.removeFirst().request.cancel("The application's executor did not begin the request");
        }
    }

    /** The time of the next call of {@link #cancelLate}; {@link Long#MAX_VALUE} for never. */
    long nextCancellation() {
        return waiting.isEmpty() ? NEVER : waiting.getFirst().until;
    }

    private Outcome inContext(Request request, UnaryOperator<Runnable> context, Supplier<Outcome> ask) {
        long startedAt = clock.getAsLong();
        Outcome outcome = Request.BROKEN; // the outcome if an Error ends the request
        try {
            context.apply(() -> {
                        Outcome unused = ask.get(); // it is kept, and asked for again below
                    })
                    .run();
        } catch (RuntimeException | Error e) {
            UncaughtExceptions.report(e); // of the context, or of the request, whose outcome says so
        }
        try {
            outcome = ask.get(); // the first call, if the context did not make it
            return outcome;
        } finally {
            reportEnd(request, outcome, startedAt);
        }
    }

    private void reportEnd(Request request, Outcome outcome, long startedAt) {
        try {
            QueryFailure failure = outcome.failure();
            Reason failed = failure == null ? null : failure.reason();
            Duration took = Duration.ofNanos(clock.getAsLong() - startedAt);
            listener.requestEnded(request.query(), request.account(), failed, took);
        } catch (RuntimeException | Error e) {
            UncaughtExceptions.report(e); // a failing listener is no reason to withhold an outcome
        }
    }
}
