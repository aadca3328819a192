package io.callport.switchboard;

import io.callport.query.QueryFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * S7: how long a vendor wants an account left alone. {@code Retry-After} and "too often" close its lane; so does
 * {@code unauthorized}, for a minute and then longer, because a wrong secret must not hammer a vendor.
 */
final class Closure {
    private static final Duration FIRST_UNAUTHORIZED = Duration.ofMinutes(1);
    private static final Duration LONGEST_UNAUTHORIZED = Duration.ofHours(1);

    private long opensAt = Long.MIN_VALUE;
    private long refusesUntil = Long.MIN_VALUE;
    private @Nullable QueryFailure because;
    private int unauthorized;
    private int tooOften;

    boolean open(long now) {
        return opensAt <= now;
    }

    /** Not after now if it is open. */
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

    void retryAfter(Duration asked, long now) {
        opensAt = Math.max(opensAt, now + asked.toNanos());
    }

    void tooOften(Retries retries, long now) {
        if (open(now)) {
            tooOften++;
        }
        opensAt = Math.max(opensAt, now + Backoff.longest(retries.base(), retries.max(), tooOften));
    }

    void unauthorized(long now) {
        if (!refuses(now)) {
            unauthorized++;
        }
        refusesUntil = now + Backoff.longest(FIRST_UNAUTHORIZED, LONGEST_UNAUTHORIZED, unauthorized);
        opensAt = Math.max(opensAt, refusesUntil);
    }

    /** That failure closed it, or keeps it closed for longer. */
    void because(QueryFailure failure) {
        because = failure;
    }

    Duration closedFor(long now) {
        return open(now) ? Duration.ZERO : Duration.ofNanos(opensAt - now);
    }

    /** The failure that keeps it closed for longest; {@code null} if it is open. */
    @Nullable
    QueryFailure closedBy(long now) {
        return open(now) ? null : because;
    }

    void answered() {
        unauthorized = 0;
        tooOften = 0;
    }

    /** When all of this can be forgotten: not before as much time has passed again as the vendor was left alone. */
    long forgetAt() {
        if (unauthorized == 0 && tooOften == 0) {
            return opensAt;
        }
        return opensAt + LONGEST_UNAUTHORIZED.toNanos();
    }
}
