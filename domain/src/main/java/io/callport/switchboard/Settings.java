package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.account.Budget;
import java.time.Duration;
import java.util.function.Function;

/**
 * What a switchboard is told once.
 *
 * @param budgets the budget of each account that it may be asked about; must always say the same
 * @param limits how much it holds at once
 * @param retries how often and how soon a transient failure is tried again
 * @param lateArrival how long after its end a request without a complete reply may still reach the vendor: at least the
 *     HTTP timeout
 */
public record Settings(Function<Account, Budget> budgets, Limits limits, Retries retries, Duration lateArrival) {}
