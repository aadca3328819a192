package io.callport.sandbox.vendor;

import org.jspecify.annotations.Nullable;

/**
 * The result of a vendor's checks of a request.
 *
 * @param account the account in the request, as {@code vendor:key}; null if the request names none
 * @param verdict a constant of {@link Verdict}
 * @param refusal the reply to a refused request; null for an accepted request
 */
public record CheckedRequest(
        @Nullable String account, String verdict, @Nullable Reply refusal) {
    private static final int MAX_KEY_LENGTH = 128;

    /** Makes the result for an accepted request of that account. */
    public static CheckedRequest accepted(String account) {
        return new CheckedRequest(account, Verdict.ACCEPTED, null);
    }

    /** The id of the account that a header names, whatever the header holds; null if the header is empty. */
    public static @Nullable String named(String vendor, String key) {
        return key.isEmpty() ? null : vendor + ":" + key.substring(0, Math.min(key.length(), MAX_KEY_LENGTH));
    }
}
