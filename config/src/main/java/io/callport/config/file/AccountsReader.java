package io.callport.config.file;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.config.AccountConfig;
import io.callport.config.AccountWebhook;
import io.callport.config.schema.Key;
import io.callport.config.schema.Schema;
import io.callport.config.schema.SectionListKey;
import io.callport.config.schema.ValueFormat;
import io.callport.config.yaml.Section;
import io.callport.http.settings.VendorProfile;
import io.callport.signing.Algorithm;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code accounts}. */
final class AccountsReader {
    private static final Key<Account> ID = Key.required(
            "id",
            ValueFormats.ACCOUNT,
            "name the account, as in 7moor:2000103",
            "7moor:2000103",
            "The account as commands name it: " + VendorNames.prefixes() + " and the vendor's own key.");
    private static final Key<Secret> SECRET = Key.required(
            "secret",
            ValueFormats.SECRET,
            "name it, as in ${MOOR_SECRET} or ${file:/run/secrets/moor}",
            "${MOOR_SECRET}",
            "The key that signs the account's requests; never shown.");
    private static final Key<URI> URL = Key.optional(
            "url",
            ValueFormat.of("https:// or http:// and a host, perhaps with a port and a path", WebAddress::parse),
            "the vendor's documented address; required for " + VendorNames.matching(VendorProfile::urlNeeded),
            "https://api-hk.nxlink.ai",
            "Where the vendor's requests go.");
    private static final Key<Budget> BUDGET = Key.optional(
            "budget",
            ValueFormats.BUDGET,
            "what the vendor documents: " + VendorNames.budgets(),
            "20/PT1M",
            "At most N requests in any window of W, over all instances.");
    private static final Key<Algorithm> ALGORITHM = Key.with(
            "algorithm",
            ValueFormats.choice(Map.of("MD5", Algorithm.MD5, "SHA256", Algorithm.SHA256)),
            "MD5",
            "The hash of its signatures. Only for " + VendorNames.matching(VendorProfile::choosesAlgorithm) + ".");
    private static final Schema SCHEMA = Schema.of(ID, SECRET, URL, BUDGET, ALGORITHM, AccountWebhookReader.WEBHOOK);

    static final SectionListKey ACCOUNTS = new SectionListKey(
            "accounts",
            "The accounts that are answered for, on every instance the same; at least one.",
            SCHEMA,
            List.of("""
                    id: 7moor:2000103
                    secret: ${MOOR_SECRET}
                    budget: 20/PT1M
                    #webhook:
                    #  path-secret: ${MOOR_PATH_SECRET}
                    #  account-id: "20000153"
                    """, """
                    id: callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR
                    secret: ${file:/run/secrets/callbot}
                    algorithm: SHA256
                    """, """
                    id: nxlink:fme2na3kdi3ki
                    secret: ${NXLINK_SECRET}
                    url: https://api-hk.nxlink.ai
                    #webhook:
                    #  token: ${NXLINK_TOKEN}
                    """));

    private final AccountWebhookReader webhooks = new AccountWebhookReader();
    private final Section root;
    private final Map<Account, String> paths = new HashMap<>();

    AccountsReader(Section root) {
        this.root = root;
    }

    List<AccountConfig> read() {
        List<AccountConfig> accounts = new ArrayList<>();
        List<Section> sections = root.sections(ACCOUNTS);
        if (sections.isEmpty() && root.hasNoProblem(ACCOUNTS.name())) {
            root.problem(ACCOUNTS.name(), "must name at least one account, with " + String.join(", ", SCHEMA.names()));
        }
        for (Section section : sections) {
            AccountConfig account = account(section);
            if (account != null) {
                accounts.add(account);
            }
        }
        return accounts;
    }

    private @Nullable AccountConfig account(Section section) {
        Account account = section.optional(ID);
        Secret secret = section.optional(SECRET);
        section.noteSecret(SECRET.name());
        VendorProfile profile = account == null ? null : profile(section, account);
        URI url = section.optional(URL);
        Algorithm algorithm = section.get(ALGORITHM);
        Budget budget = section.optional(BUDGET);
        AccountWebhook webhook = webhooks.read(section, account);
        if (account == null || profile == null) {
            return null;
        }
        checkVendor(section, account, profile);
        return secret == null
                ? null
                : new AccountConfig(
                        account, secret, url, algorithm, budget == null ? profile.budget() : budget, webhook);
    }

    private @Nullable VendorProfile profile(Section section, Account account) {
        String before = paths.putIfAbsent(account, section.path("id"));
        if (before != null) {
            section.problem("id", "is the same account as " + before + "; keep one");
        }
        if (!VendorProfile.vendors().contains(account.vendor())) {
            section.problem("id", "must begin with " + VendorNames.prefixes() + ", the vendors there are");
            return null;
        }
        return VendorProfile.of(account.vendor());
    }

    private static void checkVendor(Section section, Account account, VendorProfile profile) {
        if (profile.urlNeeded() && !section.has(URL.name())) {
            section.problem(
                    URL.name(), "is missing; " + account.vendor() + " documents none, so name the one you were given");
        }
        if (!profile.choosesAlgorithm() && section.has(ALGORITHM.name())) {
            section.problem(
                    ALGORITHM.name(), "is not a key for " + account.vendor() + ", which has one algorithm; remove it");
        }
    }
}
