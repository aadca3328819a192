package io.callport.embed;

import io.callport.account.Account;
import io.callport.query.Answer;
import io.callport.query.Outcome;
import io.callport.query.Query;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** A query that someone asked, and the promise of its result. Two of them are never equal. Thread-safe. */
final class Asked<A extends Answer> {
    private final Account account;
    private final Query<?, A> query;
    private final long askedAt;
    private final UnaryOperator<Runnable> context;
    private final CompletableFuture<A> promise = new CompletableFuture<>();

    Asked(Account account, Query<?, A> query, long askedAt, EmbedListener listener) {
        this.account = account;
        this.query = query;
        this.askedAt = askedAt;
        this.context = context(listener);
    }

    /** What the work for it is done in. */
    UnaryOperator<Runnable> context() {
        return context;
    }

    CompletableFuture<A> promise() {
        return promise;
    }

    /** Keeps the promise, on the calling thread, once the listener has heard of it. */
    void settle(Outcome outcome, long now, EmbedListener listener) {
        try {
            QueryFailure failure = outcome.failure();
            Reason refused = failure == null ? null : failure.reason();
            listener.resultGiven(query, account, refused, Duration.ofNanos(now - askedAt));
        } catch (RuntimeException e) {
            told(e); // and no reason to keep a result
        } finally {
            outcome.fold(this::answer, this::fail);
        }
    }

    /** Does the same on another thread, where what depends on the promise holds up nobody else. */
    void settleOn(Executor executor, Outcome outcome, long now, EmbedListener listener) {
        try {
            executor.execute(() -> settle(outcome, now, listener));
        } catch (RuntimeException | OutOfMemoryError e) {
            settle(outcome, now, listener); // there is no thread left; late or never would be worse
        }
    }

    private UnaryOperator<Runnable> context(EmbedListener listener) {
        try {
            return Objects.requireNonNull(listener.queryAsked(query, account), "the listener's context of a query");
        } catch (RuntimeException e) {
            told(e); // and no reason not to ask
            return UnaryOperator.identity();
        }
    }

    private static void told(RuntimeException e) {
        Thread here = Thread.currentThread();
        here.getUncaughtExceptionHandler().uncaughtException(here, e);
    }

    @SuppressWarnings("unchecked") // equal queries are of one class, and what their ask() returned is an A
    private boolean answer(Answer answer) {
        return promise.complete((A) answer);
    }

    private boolean fail(QueryFailure failure) {
        return promise.completeExceptionally(new QueryFailedException(failure));
    }
}
