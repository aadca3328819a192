package io.callport.app.config.file;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.account.Secret;
import io.callport.app.config.AccountConfig;
import io.callport.app.yaml.Form;
import io.callport.app.yaml.Section;
import io.callport.http.VendorRules;
import io.callport.signing.Algorithm;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code accounts}. */
final class AccountsReader {
    private static final Form<Algorithm> ALGORITHM =
            Forms.choice(Map.of("MD5", Algorithm.MD5, "SHA256", Algorithm.SHA256));
    private static final String KEYS = "id, secret, url, budget, algorithm";

    private final Section root;
    private final Map<Account, String> paths = new HashMap<>();

    AccountsReader(Section root) {
        this.root = root;
    }

    List<AccountConfig> read() {
        List<AccountConfig> accounts = new ArrayList<>();
        List<Section> sections = root.sections("accounts");
        if (sections.isEmpty() && root.sound("accounts")) {
            root.problem("accounts", "must name at least one account, with " + KEYS);
        }
        for (Section section : sections) {
            AccountConfig account = account(section);
            section.rejectOthers();
            if (account != null) {
                accounts.add(account);
            }
        }
        return accounts;
    }

    private @Nullable AccountConfig account(Section section) {
        Account account = section.required("id", Forms.ACCOUNT, "name the account, as in 7moor:2000103");
        Secret secret =
                section.text("secret", Forms.SECRET, "name it, as in ${MOOR_SECRET} or ${file:/run/secrets/moor}");
        VendorRules rules = account == null ? null : rules(section, account);
        URI url = section.optional("url", WebAddress::parse);
        Algorithm algorithm = section.get("algorithm", ALGORITHM, Algorithm.MD5);
        var budget = section.get("budget", Forms.BUDGET, rules == null ? Budget.UNLIMITED : rules.budget());
        if (account == null || rules == null) {
            return null;
        }
        checkVendor(section, account, rules);
        return secret == null ? null : new AccountConfig(account, secret, url, algorithm, budget);
    }

    private @Nullable VendorRules rules(Section section, Account account) {
        String before = paths.putIfAbsent(account, section.path("id"));
        if (before != null) {
            section.problem("id", "is the same account as " + before + "; keep one");
        }
        if (!VendorRules.vendors().contains(account.vendor())) {
            section.problem("id", "must begin with " + prefixes() + ", the vendors there are");
            return null;
        }
        return VendorRules.of(account.vendor());
    }

    /** As in {@code 7moor:, callbot: or nxlink:}. */
    private static String prefixes() {
        String all = VendorRules.vendors().stream().map(it -> it + ":").collect(Collectors.joining(", "));
        return all.replaceFirst(", ([^,]*)$", " or $1");
    }

    private static void checkVendor(Section section, Account account, VendorRules rules) {
        if (rules.urlNeeded() && !section.has("url")) {
            section.problem(
                    "url", "is missing; " + account.vendor() + " documents none, so name the one you were given");
        }
        if (!rules.algorithms() && section.has("algorithm")) {
            section.problem(
                    "algorithm", "is not a key for " + account.vendor() + ", which has one algorithm; remove it");
        }
    }
}
