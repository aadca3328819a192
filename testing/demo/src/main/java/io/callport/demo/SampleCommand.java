package io.callport.demo;

import io.callport.account.Account;
import io.callport.sandbox.fault.Fault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A command of the demo.
 *
 * @param title the title, which says what the command shows
 * @param query the query's name
 * @param account the account that the command asks
 * @param params the parameters, as JSON
 * @param deadline the command's lifetime
 * @param fault the fault at the vendor meanwhile
 * @param expected {@code answered}, or the reason of the refusal
 */
record SampleCommand(
        String title,
        String query,
        Account account,
        String params,
        Duration deadline,
        @Nullable Fault fault,
        String expected) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    static SampleCommand answered(String title, String query, Account account, String params) {
        return new SampleCommand(title, query, account, params, MINUTE, null, "answered");
    }

    /** Whether the command has a shorter deadline than the others. */
    boolean hurried() {
        return !deadline.equals(MINUTE);
    }

    static SampleCommand refused(String title, String query, Account account, String params, String reason) {
        return new SampleCommand(title, query, account, params, MINUTE, null, reason);
    }
}
