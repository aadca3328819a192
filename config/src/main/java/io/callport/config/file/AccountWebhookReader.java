package io.callport.config.file;

import io.callport.account.Account;
import io.callport.account.Secret;
import io.callport.config.AccountWebhook;
import io.callport.config.schema.Key;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SectionKey;
import io.callport.config.yaml.Section;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code webhook} of accounts. */
final class AccountWebhookReader {
    private static final Key<Secret> TOKEN = Key.optional(
            "token",
            ValueFormats.secret("[\\x21-\\x7e]{1,512}", "1 to 512 visible ASCII characters"),
            "only signed callbacks are taken",
            "${NXLINK_TOKEN}",
            "The token of NXLink's older callbacks, which are not signed; never shown. Only for nxlink.");
    private static final Key<Secret> PATH_SECRET = Key.optional(
            "path-secret",
            ValueFormats.secret("[A-Za-z0-9_-]{16,128}", "16 to 128 letters, digits, '_' and '-'"),
            "no callback of the account is taken",
            "${MOOR_PATH_SECRET}",
            "The secret at the end of the URL that 7moor is given, for it signs nothing; never shown. Only for 7moor.");
    private static final Key<String> ACCOUNT_ID = Key.optional(
            "account-id",
            ValueFormats.ACCOUNT_ID,
            "the account's own key",
            "\"2000103\"",
            "The account as it stands in the URL and in 7moor's bodies. Only for 7moor.");

    static final SectionKey WEBHOOK = new SectionKey(
            "webhook",
            "The proof of the account's callbacks, where they are not signed (docs/operations.md, Callbacks).",
            Schema.of(TOKEN, PATH_SECRET, ACCOUNT_ID));

    private final Map<String, String> accountIds = new HashMap<>();

    /**
     * The proof of an account's callbacks.
     *
     * @param of the account; {@code null} if its name cannot be read
     */
    AccountWebhook read(Section account, @Nullable Account of) {
        Section webhook = account.section(WEBHOOK);
        AccountWebhook read = new AccountWebhook(
                webhook.optional(TOKEN), webhook.optional(PATH_SECRET), webhook.optional(ACCOUNT_ID));
        webhook.noteSecret(TOKEN.name());
        webhook.noteSecret(PATH_SECRET.name());
        if (of != null) {
            check(account, webhook, of, read);
        }
        return read;
    }

    private void check(Section account, Section webhook, Account of, AccountWebhook read) {
        onlyFor(webhook, TOKEN, of, "nxlink");
        onlyFor(webhook, PATH_SECRET, of, "7moor");
        onlyFor(webhook, ACCOUNT_ID, of, "7moor");
        if (of.vendor().equals("7moor")) {
            requireOwnId(account, webhook, read.accountId() == null ? of.key() : read.accountId());
        }
    }

    /** Requires that no two accounts have one id: it says whose a callback is. */
    private void requireOwnId(Section account, Section webhook, String accountId) {
        String before = accountIds.putIfAbsent(accountId, account.path("id"));
        if (before != null && webhook.hasNoProblem(ACCOUNT_ID.name()) && webhook.has(ACCOUNT_ID.name())) {
            webhook.problem(ACCOUNT_ID.name(), "is that of " + before + " too; give each account its own");
        }
    }

    private static void onlyFor(Section webhook, Key<?> key, Account account, String vendor) {
        if (webhook.has(key.name()) && !account.vendor().equals(vendor)) {
            webhook.problem(key.name(), "is a key for " + vendor + " alone; remove it");
        }
    }
}
