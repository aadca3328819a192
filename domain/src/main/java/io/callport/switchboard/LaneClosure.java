package io.callport.switchboard;

import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorReply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * S7: the time for which a vendor wants an account left alone. {@code Retry-After} and status 429 close its lane; so does
 * {@code unauthorized}, for a minute and then longer, because a wrong secret must not hammer a vendor.
 */
final class LaneClosure {
    private static final Duration FIRST_UNAUTHORIZED = Duration.ofMinutes(1);
    private static final Duration LONGEST_UNAUTHORIZED = Duration.ofHours(1);
    private static final int TOO_MANY_REQUESTS = 429;

    private final Retries retries;
    private long opensAt = Long.MIN_VALUE;
    private long refusesUntil = Long.MIN_VALUE;
    private @Nullable QueryFailure closedBy;
    private int unauthorized;
    private int tooMany;

    /** @param retries the waits for which status 429 without {@code Retry-After} closes the lane */
    LaneClosure(Retries retries) {
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

    /** Whether the vendor has not accepted the account yet since it last refused it: one request at a time will do. */
    boolean probing() {
        return unauthorized > 0;
    }

    /** Closes the lane if the failure of a request asks for a closure. */
    void failed(QueryFailure failure, long now) {
        if (failure.sent() == Sent.NO) {
            return; // no vendor said anything
        }
        long openedAt = opensAt;
        if (failure.reason() == Reason.UNAUTHORIZED) {
            unauthorized(now);
        }
        VendorReply reply = failure.vendorReply();
        if (failure.retryAfter() != null) {
            closeFor(failure.retryAfter().toNanos(), now);
        } else if (reply != null && reply.httpStatus() == TOO_MANY_REQUESTS) {
            tooManyRequests(now);
        }
        if (opensAt > openedAt) {
            closedBy = failure;
        }
    }

    private void unauthorized(long now) {
        if (!refuses(now)) {
            unauthorized++;
        }
        long backoff = RetryQueue.longestBackoff(FIRST_UNAUTHORIZED, LONGEST_UNAUTHORIZED, unauthorized);
        refusesUntil = now + backoff;
        closeFor(backoff, now);
    }

    private void tooManyRequests(long now) {
        if (open(now)) {
            tooMany++;
        }
        closeFor(RetryQueue.longestBackoff(retries.base(), retries.max(), tooMany), now);
    }

    private void closeFor(long nanos, long now) {
        opensAt = Math.max(opensAt, now + nanos);
    }

    /** Ends the doubling of closures after an answer. */
    void answered() {
        unauthorized = 0;
        tooMany = 0;
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
     * The time at which this state can be forgotten: an hour after the lane opens, while failures are counted.
     */
    long forgetAt() {
        if (unauthorized == 0 && tooMany == 0) {
            return opensAt;
        }
        return opensAt + LONGEST_UNAUTHORIZED.toNanos();
    }
}
