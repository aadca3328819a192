package io.callport.demo;

import io.callport.account.Account;
import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command of the demo.
 *
 * @param title what it shows, for people
 * @param query the query's name
 * @param account whom it asks
 * @param params its parameters, as JSON
 * @param deadline how long it lives
 * @param fault what goes wrong at the vendor meanwhile
 * @param expected {@code answered}, or the reason of its refusal
 */
record Sample(
        String title,
        String query,
        Account account,
        String params,
        Duration deadline,
        @Nullable Fault fault,
        String expected) {
    private static final Account MOOR = Account.parse("7moor:2000103");
    private static final Account CALLBOT = Account.parse("callbot:Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String ANSWERED = "answered";
    private static final String LOOKUP = "{\"customerId\":\"1234\",\"appKey\":\"xxxxxx\",\"status\":1}";

    /** Every query, then what happens when something is wrong. */
    static final List<Sample> ALL = List.of(
            answered("The numbers of a 7moor account", "number-pool.numbers", MOOR, "{}"),
            answered("Its groups of display numbers", "number-pool.groups", MOOR, "{}"),
            answered("A customer's call info at Callbot", "call-info.lookup", CALLBOT, LOOKUP),
            answered(
                    "The same with a name that is not ASCII",
                    "call-info.lookup",
                    CALLBOT,
                    LOOKUP.replace("1234", "牛小信")),
            refused(
                    "A parameter is missing",
                    "call-info.lookup",
                    CALLBOT,
                    "{\"customerId\":\"1234\"}",
                    "invalid-command"),
            refused(
                    "Nobody configured this account",
                    "number-pool.numbers",
                    Account.parse("7moor:42"),
                    "{}",
                    "unknown-account"),
            refused("This vendor has no such query", "number-pool.numbers", CALLBOT, "{}", "unsupported-query"),
            new Sample(
                    "The deadline is too near",
                    "number-pool.groups",
                    MOOR,
                    "{}",
                    Duration.ofMillis(1),
                    null,
                    "expired"),
            new Sample(
                    "The vendor is down, and stays so",
                    "number-pool.groups",
                    MOOR,
                    "{}",
                    Duration.ofSeconds(6),
                    Fault.of(FaultKind.STATUS, "status", 503).times(20),
                    "vendor-unavailable"));

    private static Sample answered(String title, String query, Account account, String params) {
        return new Sample(title, query, account, params, MINUTE, null, ANSWERED);
    }

    private static Sample refused(String title, String query, Account account, String params, String reason) {
        return new Sample(title, query, account, params, MINUTE, null, reason);
    }
}
