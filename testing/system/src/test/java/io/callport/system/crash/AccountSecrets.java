package io.callport.system.crash;

import io.callport.account.Account;
import io.callport.system.crash.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The accounts of a run and their secrets, made from its seed.
 *
 * @param byAccount the secrets by account, in the order of the accounts
 */
record AccountSecrets(Map<Account, String> byAccount) {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 30;
    private static final String SIP_PASSWORD = "123456Aa"; // in the vendor's documented example

    static AccountSecrets of(Plan plan) {
        Random random = new Random(plan.seed());
        Map<Account, String> secrets = new LinkedHashMap<>();
        for (int i = 0; i < plan.scale().accounts(); i++) {
            StringBuilder secret = new StringBuilder();
            random.ints(LENGTH, 0, LETTERS.length()).forEach(letter -> secret.append(LETTERS.charAt(letter)));
            secrets.put(Account.parse("7moor:" + (2_000_000 + i)), secret.toString());
        }
        return new AccountSecrets(Collections.unmodifiableMap(secrets));
    }

    List<Account> accounts() {
        return List.copyOf(byAccount.keySet());
    }

    /** All texts that no process may print. */
    List<String> all() {
        List<String> all = new ArrayList<>(byAccount.values());
        all.add(SIP_PASSWORD);
        return all;
    }
}
