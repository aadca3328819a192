package io.callport.embed;

import io.callport.account.Account;
import io.callport.execution.UncaughtExceptions;
import io.callport.query.Answer;
import io.callport.query.Outcome;
import io.callport.query.Query;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A query that was asked, with the future of its answer. Two pending answers are never equal. Thread-safe. */
final class PendingAnswer<A extends Answer> {
    private final Account account;
    private final Query<?, A> query;
    private final long askedAt;
    private final UnaryOperator<Runnable> context;
    private final CompletableFuture<A> future = new CompletableFuture<>();

    PendingAnswer(Account account, Query<?, A> query, long askedAt, EmbedListener listener) {
        this.account = account;
        this.query = query;
        this.askedAt = askedAt;
        this.context = context(listener);
    }

    /** The function that puts the work for this query into the context in which the query was asked. */
    UnaryOperator<Runnable> context() {
        return context;
    }

    CompletableFuture<A> future() {
        return future;
    }

    /** Calls the listener and completes the future, on the calling thread. */
    void complete(Outcome outcome, long now, EmbedListener listener) {
        try {
            QueryFailure failure = outcome.failure();
            Reason refused = failure == null ? null : failure.reason();
            listener.resultGiven(query, account, refused, Duration.ofNanos(now - askedAt));
        } catch (RuntimeException | Error e) {
            UncaughtExceptions.report(e); // a failing listener is no reason to withhold a result
        } finally {
            outcome.fold(this::answer, this::fail);
        }
    }

    private UnaryOperator<Runnable> context(EmbedListener listener) {
        try {
            return Objects.requireNonNull(listener.queryAsked(query, account), "the listener's context of a query");
        } catch (RuntimeException | Error e) {
            UncaughtExceptions.report(e); // a failing listener is no reason not to ask
            return UnaryOperator.identity();
        }
    }

    @SuppressWarnings("unchecked") // equal queries are of one class, and the result of their ask() is an A
    private boolean answer(Answer answer) {
        return future.complete((A) answer);
    }

    private boolean fail(QueryFailure failure) {
        return future.completeExceptionally(new QueryFailedException(failure));
    }
}
