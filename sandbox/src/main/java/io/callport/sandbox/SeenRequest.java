package io.callport.sandbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that the sandbox saw. Holds no header but one, and no secret.
 *
 * @param account the account that it named, as {@code vendor:key}, whether known or not; null if it named none
 * @param method the HTTP method
 * @param path the path, without a query
 * @param arrivedAt when its headers had arrived, by the vendors' clock
 * @param sinceStart the same, since the sandbox started, by a clock that never goes back: for measuring between requests
 * @param verdict what was made of it: one of {@link io.callport.sandbox.vendor.Verdict}, or {@code fault:<its name>}
 * @param body its body as text, at most its first 2,048 characters
 * @param traceparent its header of that name, which no vendor looks at, at most its first 2,048 characters; null if it has none
 */
public record SeenRequest(
        @Nullable String account,
        String method,
        String path,
        Instant arrivedAt,
        Duration sinceStart,
        String verdict,
        String body,
        @Nullable String traceparent) {}
