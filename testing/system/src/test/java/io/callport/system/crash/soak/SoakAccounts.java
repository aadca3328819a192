package io.callport.system.crash.soak;

import io.callport.account.Account;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import io.callport.system.crash.evidence.StandInVendor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The accounts of a soak, by what their vendor answers.
 *
 * @param quiet small answers
 * @param shared answers that many equal commands share
 * @param remembered answers that are kept for commands with {@code maxAge}
 * @param large answers that almost fill a record of results
 * @param huge answers that no record of results takes
 * @param beyond answers that are larger than is read
 */
record SoakAccounts(Account quiet, Account shared, Account remembered, Account large, Account huge, Account beyond) {
    static SoakAccounts make() {
        return new SoakAccounts(account(0), account(1), account(2), account(3), account(4), account(5));
    }

    private static Account account(int number) {
        return Account.parse("7moor:" + (4_000_000 + number));
    }

    Map<Account, String> secrets() {
        Map<Account, String> secrets = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            secrets.put(account(i), "Sk4-of-the-soak-" + i);
        }
        return secrets;
    }

    /** Makes the vendor answer each account with so many bytes. */
    void arm(StandInVendor vendor) {
        Map.of(shared, 186_000, remembered, 300_000, large, 500_000, huge, 8 << 20, beyond, 20 << 20)
                .forEach((account, bytes) -> vendor.arm(Fault.of(FaultKind.HUGE, "bytes", bytes)
                        .times(1_000_000)
                        .on(account.toString())));
    }
}
