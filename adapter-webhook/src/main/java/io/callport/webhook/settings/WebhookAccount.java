package io.callport.webhook.settings;

import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.signing.Algorithm;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account whose callbacks are taken.
 *
 * @param account the account
 * @param secret the secret key that Callbot and NXLink sign with
 * @param algorithm the hash of Callbot's signatures, as set in its console: callbacks name none
 * @param token the token of NXLink's callbacks of the older, unsigned generation; {@code null} to take only signed ones
 * @param pathSecret the secret at the end of the URL that 7moor is given, for it signs nothing: 16 to 128 letters,
 *     digits, {@code _} and {@code -}; {@code null} to take none
 * @param accountId the account as it stands in the URL that 7moor is given, and in its bodies: 1 to 128 letters,
 *     digits, {@code .}, {@code _} and {@code -}
 */
public record WebhookAccount(
        Account account,
        Secret secret,
        Algorithm algorithm,
        @Nullable Secret token,
        @Nullable Secret pathSecret,
        String accountId) {
    private static final Pattern PATH_SECRET = Pattern.compile("[A-Za-z0-9_-]{16,128}");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,512}");
    private static final Pattern ACCOUNT_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    /** @throws IllegalArgumentException if a part is not of its form; the message names it and never shows a secret */
    public WebhookAccount {
        require("path-secret", pathSecret, PATH_SECRET, "16 to 128 letters, digits, '_' and '-'");
        require("token", token, TOKEN, "1 to 512 visible ASCII characters");
        if (pathSecret != null && !ACCOUNT_ID.matcher(accountId).matches()) {
            throw new IllegalArgumentException(
                    "account-id: must be 1 to 128 letters, digits, '.', '_' and '-', but has " + accountId.length()
                            + " characters; name the account as the vendor's bodies do");
        }
    }

    /** An account with nothing beside its signatures: for 7moor, which has none, no callback is taken. */
    public static WebhookAccount signed(Account account, Secret secret, Algorithm algorithm) {
        return new WebhookAccount(account, secret, algorithm, null, null, account.key());
    }

    private static void require(String field, @Nullable Secret secret, Pattern form, String wanted) {
        if (secret != null && !form.matcher(secret.reveal()).matches()) {
            throw new IllegalArgumentException(field + ": must be " + wanted + ", but has "
                    + secret.reveal().length() + " characters");
        }
    }
}
