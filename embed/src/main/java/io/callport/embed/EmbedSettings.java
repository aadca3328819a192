package io.callport.embed;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import io.callport.switchboard.Settings;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of {@link Callport}. Immutable; the {@code with} methods give a changed copy.
 *
 * @param accounts the accounts that may be asked, each with its budget; queries to other accounts are refused
 *     {@code unknown-account}
 * @param deadline the deadline of a query that names none: more than 0, at most 365 days
 * @param requestTimeout the longest time that a request takes, as enforced by the ports (with HTTP,
 *     {@code HttpSettings.timeout()}): more than 0, at most 1 day. A request that ended without a complete reply counts
 *     against the budget that much longer, because the request may still arrive
 * @param limits the limits of what is held at once
 * @param retries the limits on the number and the pace of retries after transient failures
 * @param shutdown the time that {@link Callport#close()} waits for requests in flight: at most 1 day; zero for no
 *     waiting
 */
public record EmbedSettings(
        Map<Account, Budget> accounts,
        Duration deadline,
        Duration requestTimeout,
        Limits limits,
        RetryPolicy retries,
        Duration shutdown) {
    /** The longest deadline of a query; a longer deadline counts as this one. */
    static final Duration MAX_DEADLINE = Duration.ofDays(365);

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * Copies the map and checks the durations.
     *
     * @throws IllegalArgumentException if a duration is out of its bounds; the message names the setting
     */
    public EmbedSettings {
        accounts = Map.copyOf(accounts);
        requirePositive("deadline", deadline, MAX_DEADLINE);
        requirePositive("requestTimeout", requestTimeout, DAY);
        if (shutdown.isNegative() || shutdown.compareTo(DAY) > 0) {
            throw new IllegalArgumentException("shutdown: must be PT0S to " + DAY + ", but is " + shutdown);
        }
    }

    /**
     * Settings with a deadline of 1 minute, requests of at most 30 s, the switchboard's defaults, and 20 s to close.
     */
    public static EmbedSettings of(Map<Account, Budget> accounts) {
        return new EmbedSettings(
                accounts,
                Duration.ofMinutes(1),
                Duration.ofSeconds(30),
                Limits.DEFAULT,
                RetryPolicy.DEFAULT,
                Duration.ofSeconds(20));
    }

    /** A copy with another {@link #deadline()}. */
    public EmbedSettings withDeadline(Duration changed) {
        return new EmbedSettings(accounts, changed, requestTimeout, limits, retries, shutdown);
    }

    /** A copy with another {@link #requestTimeout()}. */
    public EmbedSettings withRequestTimeout(Duration changed) {
        return new EmbedSettings(accounts, deadline, changed, limits, retries, shutdown);
    }

    /** A copy with other {@link #limits()}. */
    public EmbedSettings withLimits(Limits changed) {
        return new EmbedSettings(accounts, deadline, requestTimeout, changed, retries, shutdown);
    }

    /** A copy with other {@link #retries()}. */
    public EmbedSettings withRetries(RetryPolicy changed) {
        return new EmbedSettings(accounts, deadline, requestTimeout, limits, changed, shutdown);
    }

    /** A copy with another {@link #shutdown()}. */
    public EmbedSettings withShutdown(Duration changed) {
        return new EmbedSettings(accounts, deadline, requestTimeout, limits, retries, changed);
    }

    /** The settings of the switchboard, which gets only commands for the accounts of these settings. */
    Settings forSwitchboard() {
        return new Settings(
                account -> accounts.getOrDefault(account, Budget.UNLIMITED), limits, retries, requestTimeout);
    }

    private static void requirePositive(String name, Duration value, Duration max) {
        if (value.isNegative() || value.isZero() || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    name + ": must be more than 0 and at most " + max + ", as in PT30S, but is " + value);
        }
    }
}
