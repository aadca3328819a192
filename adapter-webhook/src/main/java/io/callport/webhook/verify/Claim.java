package io.callport.webhook.verify;

import io.callport.webhook.route.Route;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a request claims, and the proof that its body has to bring.
 *
 * @param route the kind of its path
 * @param account the account that it claims to be of; {@code null} if that is none of those configured
 * @param refused whether the head alone shows that it is not authentic
 * @param signedAt the request's own time, where a signature covers it
 * @param requestId the vendor's id of the request, where it has one
 * @param signedTime that time as it was sent, where it distinguishes events of equal bodies; else empty
 * @param proof whether the raw bytes of a body prove the claim; never for an account that is not configured
 */
public record Claim(
        Route route,
        @Nullable KnownAccount account,
        boolean refused,
        @Nullable Instant signedAt,
        @Nullable String requestId,
        String signedTime,
        Predicate<byte[]> proof) {
    /** A claim that fails with its head. */
    static Claim refused(Route route, @Nullable KnownAccount account) {
        return new Claim(route, account, true, null, null, "", body -> false);
    }

    /** A claim that was proven by its head, whatever its body. */
    static Claim proven(Route route, KnownAccount account) {
        return new Claim(route, account, false, null, null, "", body -> true);
    }
}
