package io.callport.demo;

import io.callport.account.Account;
import io.callport.sandbox.fault.Fault;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A command of the demo.
 *
 * @param title what it shows, for people
 * @param query the query's name
 * @param account whom it asks
 * @param params its parameters, as JSON
 * @param deadline how long it lives
 * @param fault what goes wrong at the vendor meanwhile
 * @param expected {@code answered}, or the reason of its refusal
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
