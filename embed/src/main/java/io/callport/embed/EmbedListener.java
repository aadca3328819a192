package io.callport.embed;

import io.callport.account.Account;
import io.callport.query.Query;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Callport} reports for metrics and traces. Called on many threads at once, so implementations are thread-safe; they
 * return soon, for a result is handed over only after its listener has returned. What they throw changes no result.
 */
public interface EmbedListener {
    EmbedListener NONE = new EmbedListener() {};

    /**
     * A query is asked, on the thread that asks; what is current there, as a trace is, can be carried to the thread that makes
     * its request. Of equal queries that share a request, the first one's is carried.
     *
     * @param query what is asked
     * @param account of whom
     * @return makes of a request's work the same work in that context; the work reports its failures itself, and must run once
     */
    default UnaryOperator<Runnable> queryAsked(Query<?, ?> query, Account account) {
        return UnaryOperator.identity();
    }

    /**
     * A query gets its result.
     *
     * @param query what was asked
     * @param account of whom
     * @param refused why there is no answer; {@code null} if there is one
     * @param latency from the moment it was asked to this one
     */
    default void resultGiven(Query<?, ?> query, Account account, @Nullable Reason refused, Duration latency) {}

    /**
     * A request to a vendor ended; one request may give many results, or none.
     *
     * @param query what was asked
     * @param account of whom
     * @param failed why there is no answer; {@code null} if there is one
     * @param took from its start to this moment
     */
    default void requestEnded(Query<?, ?> query, Account account, @Nullable Reason failed, Duration took) {}
}
