package io.callport.embed;

import io.callport.account.Account;
import io.callport.query.Query;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Receives what {@link Callport} reports for metrics and traces. Many threads call a listener at once, so
 * implementations must be thread-safe. They must return soon, because a result is handed over only after its listener
 * has returned. Exceptions of a listener change no result.
 */
public interface EmbedListener {
    EmbedListener NONE = new EmbedListener() {};

    /**
     * Reports that a query is asked, on the thread that asks. The current context of that thread, such as a trace, can
     * be carried to the thread that makes the query's request. Of equal queries that share a request, the context of
     * the first query is carried.
     *
     * @param query the query that is asked
     * @param account the account to ask
     * @return a function that wraps the work of a request so that it runs in that context; the work reports its
     *     failures itself, and must run once
     */
    default UnaryOperator<Runnable> queryAsked(Query<?, ?> query, Account account) {
        return UnaryOperator.identity();
    }

    /**
     * Reports that a query gets its result.
     *
     * @param query the query that was asked
     * @param account the account to ask
     * @param refused the reason of the refusal; {@code null} if there is an answer
     * @param latency the time from the call of {@code ask} to this call
     */
    default void resultGiven(Query<?, ?> query, Account account, @Nullable Reason refused, Duration latency) {}

    /**
     * Reports that a request to a vendor ended; one request may give many results, or none.
     *
     * @param query the query of the request
     * @param account the account to ask
     * @param failed the reason of the failure; {@code null} if there is an answer
     * @param took the time from the start of the request to this call
     */
    default void requestEnded(Query<?, ?> query, Account account, @Nullable Reason failed, Duration took) {}
}
