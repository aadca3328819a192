package io.callport.switchboard.simulation.model;

import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.RetryPolicy;
import io.callport.switchboard.simulation.scenario.SimulatedQuery;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** S7: the time until which a vendor has closed a lane. */
public final class ModelClosure {
    private static final long FIRST = Duration.ofMinutes(1).toNanos();
    private static final long MAX = Duration.ofHours(1).toNanos();
    private static final int UNKNOWN_ACCOUNT = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FEW_QUERIES = 2;

    private final RetryPolicy retries;
    private int refusals;
    private int locks;

    /** The queries that had the last kind of refusal since the last answer, by that kind. */
    private final Map<String, Set<SimulatedQuery>> refused = new HashMap<>();

    /** No request starts before this time. */
    public long closedUntil = Long.MIN_VALUE;

    /** Closed for want of authorization until then, and until an answer only one request at a time. */
    public long lockedUntil = Long.MIN_VALUE;

    ModelClosure(RetryPolicy retries) {
        this.retries = retries;
    }

    /** Whether a lane that was locked, or had several queries refused alike, has had no answer yet. */
    public boolean probing() {
        return locks > 0 || refused.values().stream().anyMatch(queries -> queries.size() > FEW_QUERIES);
    }

    /** Whether commands are refused at once. */
    public boolean locked(long now) {
        return locks > 0 && lockedUntil > now;
    }

    public void answered() {
        locks = 0;
        refusals = 0;
        refused.clear();
    }

    public void failed(SimulatedQuery query, QueryFailure failure, long now) {
        if (status(failure) != UNKNOWN_ACCOUNT && status(failure) != TOO_MANY_REQUESTS) {
            queryFailed(query, failure, now);
            return;
        }
        if (failure.reason() == Reason.UNAUTHORIZED) {
            locks += locks == 0 || lockedUntil <= now ? 1 : 0;
            lockedUntil = now + Math.min(MAX, FIRST << Math.min(locks - 1, 20));
            close(lockedUntil);
        }
        if (failure.retryAfter() != null) {
            close(now + failure.retryAfter().toNanos());
        } else if (status(failure) == TOO_MANY_REQUESTS) {
            refusals += closedUntil <= now ? 1 : 0;
            close(now + ModelBackoff.longest(retries, Math.max(1, refusals)));
        }
    }

    private void queryFailed(SimulatedQuery query, QueryFailure failure, long now) {
        if (failure.reason() != Reason.UNAUTHORIZED && failure.retryAfter() == null) {
            return;
        }
        String kind = failure.reason() + " " + status(failure);
        refused.keySet().retainAll(Set.of(kind));
        refused.computeIfAbsent(kind, it -> new HashSet<>()).add(query);
        if (probing() && refused.get(kind).size() > FEW_QUERIES) {
            Duration asked = failure.retryAfter() == null ? retries.baseDelay() : failure.retryAfter();
            close(now + Math.min(asked.toNanos(), retries.maxDelay().toNanos()));
        }
    }

    private void close(long until) {
        closedUntil = Math.max(closedUntil, until);
    }

    private static int status(QueryFailure failure) {
        var reply = failure.vendorReply();
        return reply == null ? 0 : reply.httpStatus();
    }
}
