package io.callport.sandbox.moor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * 7moor's account limit (账户限流, 20次/分, developer.7moor.com/v7/number-management), shared by all its endpoints. The
 * vendor documents neither its answer over the limit nor the course of its minute: a sliding window and HTTP 429 are
 * assumed.
 *
 * @param requests the most requests in any half-open window: 1 to 1,000,000. A request that is refused for any reason
 *     does not count
 * @param window the window's length, more than nothing
 * @param status the HTTP status over the limit: 200 to 599
 * @param retryAfter the Retry-After header over the limit; null for no header
 */
public record MoorLimit(
        int requests, Duration window, int status, @Nullable String retryAfter) {
    /** The limit of 20 in a minute, with HTTP 429 without Retry-After. */
    public static final MoorLimit DOCUMENTED = new MoorLimit(20, Duration.ofMinutes(1), 429, null);

    /** @throws IllegalArgumentException if a number is out of its bounds */
    public MoorLimit {
        if (requests < 1 || requests > 1_000_000 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("limit: needs 1 to 1000000 requests in a window longer than nothing");
        }
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("limit: the status must be 200 to 599");
        }
    }

    /** Makes a limit of that many requests in that window, with the answer of the documented limit. */
    public static MoorLimit of(int requests, Duration window) {
        return new MoorLimit(requests, window, DOCUMENTED.status(), DOCUMENTED.retryAfter());
    }
}
