package io.callport.switchboard.simulation.scenario;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import io.callport.switchboard.Settings;
import java.time.Duration;
import java.util.List;

/**
 * The input of a whole run.
 *
 * @param seed what it was made from; also decides how vendors behave
 * @param timeout after which a request without a reply ends
 * @param batches whether events of one instant are handed over before one advance, or each with its own
 * @param accounts by number
 * @param events by time
 */
public record Scenario(
        long seed,
        Limits limits,
        RetryPolicy retries,
        Duration timeout,
        boolean batches,
        List<Profile> accounts,
        List<ScenarioEvent> events) {

    /** An account's budget and its vendor's habits. */
    public record Profile(
            Account account, Budget budget, long latency, List<VendorBehavior> behaviors, long behaviorLength) {}

    public Scenario with(List<ScenarioEvent> some) {
        return new Scenario(seed, limits, retries, timeout, batches, accounts, some);
    }

    /** When the first event happens. */
    public long start() {
        return events.isEmpty() ? 0 : events.get(0).at();
    }

    public Settings settings() {
        return new Settings(account -> profile(account).budget(), limits, retries, timeout);
    }

    public Profile profile(Account account) {
        return accounts.get(number(account));
    }

    public static int number(Account account) {
        return Integer.parseInt(account.key());
    }

    @Override
    public String toString() {
        return "seed " + seed + ", " + limits + ", " + retries + ", timeout " + timeout + ", batches " + batches
                + (accounts.size() > 10 ? ", accounts " + accounts.size() : ", " + accounts);
    }
}
