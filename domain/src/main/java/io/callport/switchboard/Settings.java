package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.account.Budget;
import java.time.Duration;
import java.util.function.Function;

/**
 * The settings of a switchboard; they never change.
 *
 * @param budgets the budget of each account that the switchboard may get commands of; must always say the same
 * @param limits the most that the switchboard holds at once
 * @param retries the attempts after transient failures, and the time between them
 * @param lateArrival the time after its end in which a request without a complete reply may still reach the vendor: at
 *     least the HTTP timeout
 * @param startDelay the time after its announcement to other instances in which a request may start; one that could not
 *     start by then is never started, so that the next owner of its account knows the latest time at which it can end
 */
public record Settings(
        Function<Account, Budget> budgets,
        Limits limits,
        RetryPolicy retries,
        Duration lateArrival,
        Duration startDelay) {
    private static final Duration DEFAULT_START_DELAY = Duration.ofSeconds(5);

    /** Settings with a start delay of 5 seconds. */
    public Settings(Function<Account, Budget> budgets, Limits limits, RetryPolicy retries, Duration lateArrival) {
        this(budgets, limits, retries, lateArrival, DEFAULT_START_DELAY);
    }
}
