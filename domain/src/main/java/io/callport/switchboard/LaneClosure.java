package io.callport.switchboard;

import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Scope;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorReply;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * S7: the time for which a vendor wants an account left alone. Only what concerns the account closes its lane: a
 * refused signature, for a minute and then longer, because a wrong secret must not cause many requests; and too many
 * requests. A refusal of one query says nothing of others. The same refusal of several different queries, with no
 * answer between, closes the lane too, but refuses nothing and stays short: one tenant may ask many different queries
 * that the vendor forbids.
 */
final class LaneClosure {
    private static final Duration FIRST_UNAUTHORIZED = Duration.ofMinutes(1);
    private static final Duration MAX_UNAUTHORIZED = Duration.ofHours(1);

    /** The number of different queries whose equal refusal cannot be one mistake. */
    private static final int DIFFERENT_QUERIES = 3;

    /** The parts of a refusal that are equal where its cause is the same. */
    private record RefusalCause(
            Reason reason, int httpStatus, @Nullable String code) {
        static RefusalCause of(QueryFailure failure) {
            VendorReply reply = failure.vendorReply();
            return new RefusalCause(
                    failure.reason(), reply == null ? 0 : reply.httpStatus(), reply == null ? null : reply.code());
        }
    }

    private final RetryPolicy retries;
    private long opensAt = Long.MIN_VALUE;
    private long refusesUntil = Long.MIN_VALUE;
    private @Nullable QueryFailure closedBy;
    private int unauthorized;
    private int tooMany;

    private final Set<QueryKey> refused = new HashSet<>(); // queries that had the same refusal since the last answer
    private @Nullable RefusalCause refusal;
    private long refusedAt = Long.MIN_VALUE;

    /**
     * Makes the closure of a lane that is open.
     *
     * @param retries the times for which the lane closes after too many requests, if the vendor sends no
     *     {@code Retry-After}
     */
    LaneClosure(RetryPolicy retries) {
        this.retries = retries;
    }

    boolean open(long now) {
        return opensAt <= now;
    }

    /** The time at which the lane opens; not after now if it is open. */
    long opensAt() {
        return opensAt;
    }

    /** Whether commands are refused at once, because the vendor does not know the account. */
    boolean refuses(long now) {
        return unauthorized > 0 && refusesUntil > now;
    }

    /** Whether the vendor may be refusing all queries of the account, so that the lane makes one request at a time. */
    boolean probing() {
        return unauthorized > 0 || differentQueriesRefused();
    }

    private boolean differentQueriesRefused() {
        return refused.size() >= DIFFERENT_QUERIES;
    }

    /** Closes the lane if the failure of a request asks for a closure. */
    void failed(QueryKey key, QueryFailure failure, long now) {
        if (failure.sent() == Sent.NO) {
            return; // no vendor said anything
        }
        long openedAt = opensAt;
        if (failure.scope() == Scope.ACCOUNT) {
            accountRefused(failure, now);
        } else if (failure.reason() == Reason.UNAUTHORIZED || failure.retryAfter() != null) {
            queryRefused(key, failure, now);
        }
        if (opensAt > openedAt) {
            closedBy = failure;
        }
    }

    private void accountRefused(QueryFailure failure, long now) {
        boolean unauthorized = failure.reason() == Reason.UNAUTHORIZED;
        if (unauthorized) {
            unauthorized(now);
        }
        if (failure.retryAfter() != null) {
            closeFor(failure.retryAfter().toNanos(), now);
        } else if (!unauthorized) {
            tooManyRequests(now);
        }
    }

    private void queryRefused(QueryKey key, QueryFailure failure, long now) {
        RefusalCause cause = RefusalCause.of(failure);
        if (!cause.equals(refusal)) {
            refused.clear();
        }
        refusal = cause;
        refusedAt = now;
        if (!differentQueriesRefused()) {
            refused.add(key);
        }
        if (differentQueriesRefused()) {
            Duration asked = failure.retryAfter() == null ? retries.baseDelay() : failure.retryAfter();
            closeFor(Math.min(asked.toNanos(), retries.maxDelay().toNanos()), now);
        }
    }

    private void unauthorized(long now) {
        if (!refuses(now)) {
            unauthorized++;
        }
        long backoff = RetryQueue.longestBackoff(FIRST_UNAUTHORIZED, MAX_UNAUTHORIZED, unauthorized);
        refusesUntil = now + backoff;
        closeFor(backoff, now);
    }

    private void tooManyRequests(long now) {
        if (open(now)) {
            tooMany++;
        }
        closeFor(RetryQueue.longestBackoff(retries.baseDelay(), retries.maxDelay(), tooMany), now);
    }

    private void closeFor(long nanos, long now) {
        opensAt = Math.max(opensAt, now + nanos);
    }

    /** Ends the doubling of closures after an answer. */
    void answered() {
        unauthorized = 0;
        tooMany = 0;
        refused.clear();
    }

    Duration closedFor(long now) {
        return open(now) ? Duration.ZERO : Duration.ofNanos(opensAt - now);
    }

    /** The failure that keeps the lane closed for longest; {@code null} if the lane is open. */
    @Nullable
    QueryFailure closedBy(long now) {
        return open(now) ? null : closedBy;
    }

    /**
     * The time at which this state can be forgotten: when the lane opens, if no failures are counted; else an hour
     * after that, or after the last refusal of a query if that is later.
     */
    long forgetAt() {
        if (unauthorized == 0 && tooMany == 0 && refused.isEmpty()) {
            return opensAt;
        }
        return Math.max(opensAt, refusedAt) + MAX_UNAUTHORIZED.toNanos();
    }
}
