package io.callport.webhook.verify;

import io.callport.account.Secret;
import io.callport.signing.Algorithm;
import io.callport.signing.SharedSecret;
import io.callport.signing.SigningSecret;
import io.callport.vendor.secrets.KnownSecrets;
import io.callport.webhook.settings.WebhookAccount;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A configured account, with its secrets as they are compared. Immutable and thread-safe.
 *
 * @param account the account
 * @param signing the secret of its signatures
 * @param token the token, if callbacks with one are taken
 * @param pathSecret the secret in its path, if callbacks with one are taken
 * @param secrets the mask of all of these, wherever a vendor repeats them
 */
public record KnownAccount(
        WebhookAccount account,
        SigningSecret signing,
        @Nullable SharedSecret token,
        @Nullable SharedSecret pathSecret,
        KnownSecrets secrets) {
    static KnownAccount of(WebhookAccount account) {
        String[] secrets = Stream.of(account.secret(), account.token(), account.pathSecret())
                .filter(Objects::nonNull)
                .map(Secret::reveal)
                .toArray(String[]::new);
        return new KnownAccount(
                account,
                SigningSecret.of(account.secret().reveal()),
                shared(account.token()),
                shared(account.pathSecret()),
                KnownSecrets.of(secrets));
    }

    Algorithm algorithm() {
        return account.algorithm();
    }

    private static @Nullable SharedSecret shared(@Nullable Secret secret) {
        return secret == null ? null : SharedSecret.of(secret.reveal());
    }
}
