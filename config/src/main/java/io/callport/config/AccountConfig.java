package io.callport.config;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.signing.Algorithm;
import io.callport.webhook.settings.WebhookAccount;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An account whose commands the service answers.
 *
 * @param account the account
 * @param secret the secret that signs the account's requests
 * @param url the vendor's address; {@code null} for the documented one
 * @param algorithm the hash of its signatures; 7moor has no choice and ignores it
 * @param budget the number of requests that the account may make
 * @param webhook the proof of its callbacks, where they are not signed
 */
public record AccountConfig(
        Account account, Secret secret, @Nullable URI url, Algorithm algorithm, Budget budget, AccountWebhook webhook) {
    /** An account whose callbacks, if it has any, are signed. */
    public AccountConfig(Account account, Secret secret, @Nullable URI url, Algorithm algorithm, Budget budget) {
        this(account, secret, url, algorithm, budget, AccountWebhook.NONE);
    }

    /** The account as the receiver of callbacks takes it. */
    WebhookAccount webhookAccount() {
        String accountId = webhook.accountId();
        return new WebhookAccount(
                account,
                secret,
                algorithm,
                webhook.token(),
                webhook.pathSecret(),
                accountId == null ? account.key() : accountId);
    }
}
