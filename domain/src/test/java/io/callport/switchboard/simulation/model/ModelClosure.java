package io.callport.switchboard.simulation.model;

import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Retries;
import java.time.Duration;

/** S7: until when a vendor has closed a lane. */
public final class ModelClosure {
    private static final long FIRST = Duration.ofMinutes(1).toNanos();
    private static final long LONGEST = Duration.ofHours(1).toNanos();
    private static final int TOO_MANY_REQUESTS = 429;

    private final Retries retries;
    private int refusals;
    private int locks;

    /** Nothing starts before. */
    public long closedUntil = Long.MIN_VALUE;

    /** Closed for want of authorization until then, and until an answer only one request at a time. */
    public long lockedUntil = Long.MIN_VALUE;

    ModelClosure(Retries retries) {
        this.retries = retries;
    }

    /** Whether a lane that was locked has had no answer yet. */
    public boolean probing() {
        return locks > 0;
    }

    /** Whether commands are refused at once. */
    public boolean locked(long now) {
        return locks > 0 && lockedUntil > now;
    }

    public void answered() {
        locks = 0;
        refusals = 0;
    }

    public void failed(QueryFailure failure, long now) {
        if (failure.reason() == Reason.UNAUTHORIZED) {
            locks += locks == 0 || lockedUntil <= now ? 1 : 0;
            lockedUntil = now + Math.min(LONGEST, FIRST << Math.min(locks - 1, 20));
            close(lockedUntil);
        }
        if (failure.retryAfter() != null) {
            close(now + failure.retryAfter().toNanos());
        } else if (status(failure) == TOO_MANY_REQUESTS) {
            refusals += closedUntil <= now ? 1 : 0;
            close(now + ModelBackoff.longest(retries, Math.max(1, refusals)));
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
