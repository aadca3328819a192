package io.callport.system.crash.rolling;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.system.crash.plan.FaultMix;
import io.callport.system.crash.plan.Plan;
import io.callport.system.crash.plan.Scale;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The service's configuration, before a change or after it.
 *
 * @param secrets the secret of each account
 * @param budget the budget of each account
 */
record ServiceSettings(Map<Account, String> secrets, Budget budget) {
    static final Account ROTATED = Account.parse("7moor:3000000");
    static final Account REMOVED = Account.parse("7moor:3000004");
    static final Account ADDED = Account.parse("7moor:3000005");
    static final int INSTANCES = 2;
    static final int PARTITIONS = 3;

    private static final String OLD_SECRET = "Rq7-before-the-change-";
    private static final String NEW_SECRET = "Rq7-after-the-change-";
    private static final Budget MORE = Budget.parse("4/PT4S");
    private static final Budget LESS = Budget.parse("2/PT4S");
    static final Duration DEADLINE = Duration.ofSeconds(30);

    /** The configuration before the change: five accounts. */
    static ServiceSettings before() {
        Map<Account, String> secrets = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            secrets.put(Account.parse("7moor:300000" + i), OLD_SECRET + i);
        }
        return new ServiceSettings(secrets, MORE);
    }

    /**
     * The configuration after the change: one account has another secret, one is gone, one is new, and all have a
     * smaller budget.
     */
    static ServiceSettings after() {
        Map<Account, String> secrets = new LinkedHashMap<>(before().secrets);
        secrets.put(ROTATED, NEW_SECRET + 0);
        secrets.remove(REMOVED);
        secrets.put(ADDED, NEW_SECRET + 5);
        return new ServiceSettings(secrets, LESS);
    }

    List<Account> accounts() {
        return List.copyOf(secrets.keySet());
    }

    /** The plan that holds this configuration. */
    Plan plan() {
        Scale scale = new Scale(INSTANCES, secrets.size(), PARTITIONS, budget, DEADLINE, 20);
        return new Plan(1, Duration.ZERO, "consumer", scale, FaultMix.everything(Duration.ofSeconds(2)));
    }
}
