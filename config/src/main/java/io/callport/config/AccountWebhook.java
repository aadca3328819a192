package io.callport.config;

import io.callport.account.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The proof that an account's callbacks bring where they are not signed.
 *
 * @param token the token of NXLink's older generation; {@code null} if none is taken
 * @param pathSecret the secret in the URL that 7moor is given; {@code null} if none is taken
 * @param accountId the account as 7moor's bodies name it; {@code null} for the account's key
 */
public record AccountWebhook(
        @Nullable Secret token,
        @Nullable Secret pathSecret,
        @Nullable String accountId) {
    /** The proof of an account whose callbacks are signed, or not taken. */
    public static final AccountWebhook NONE = new AccountWebhook(null, null, null);
}
