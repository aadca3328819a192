package io.callport.embed;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.switchboard.Limits;
import io.callport.switchboard.Retries;
import io.callport.switchboard.Settings;
import java.time.Duration;
import java.util.Map;

/**
 * The settings of {@link Callport}. Immutable; the {@code with} methods give a changed copy.
 *
 * @param accounts the accounts that may be asked, each with its budget; queries to others are refused {@code unknown-account}
 * @param deadline how long a query lives that names no deadline: more than 0, at most 365 days
 * @param requestTimeout the most a request takes, as the ports enforce it (with HTTP, {@code HttpSettings.timeout()}): more than
 *     0, at most 1 day. One that ended without a complete reply counts against the budget that much longer, for it may still
 *     arrive
 * @param limits how much is held at once
 * @param retries how often and how soon a transient failure is tried again
 * @param shutdown how long {@link Callport#close()} waits for requests in flight: at most 1 day; zero for not at all
 */
public record EmbedSettings(
        Map<Account, Budget> accounts,
        Duration deadline,
        Duration requestTimeout,
        Limits limits,
        Retries retries,
        Duration shutdown) {
    /** No query lives longer; a longer deadline counts as this one. */
    static final Duration LONGEST_DEADLINE = Duration.ofDays(365);

    private static final Duration DAY = Duration.ofDays(1);

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException if a part is out of its bounds; the message names it
     */
    public EmbedSettings {
        accounts = Map.copyOf(accounts);
        requirePositive("deadline", deadline, LONGEST_DEADLINE);
        requirePositive("requestTimeout", requestTimeout, DAY);
        if (shutdown.isNegative() || shutdown.compareTo(DAY) > 0) {
            throw new IllegalArgumentException("shutdown: must be PT0S to " + DAY + ", but is " + shutdown);
        }
    }

    /** A deadline of 1 minute, requests of 30 s at most, the switchboard's defaults, 20 s to close. */
    public static EmbedSettings of(Map<Account, Budget> accounts) {
        return new EmbedSettings(
                accounts,
                Duration.ofMinutes(1),
                Duration.ofSeconds(30),
                Limits.DEFAULT,
                Retries.DEFAULT,
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

    /** The same with other {@link #limits()}. */
    public EmbedSettings withLimits(Limits changed) {
        return new EmbedSettings(accounts, deadline, requestTimeout, changed, retries, shutdown);
    }

    /** The same with other {@link #retries()}. */
    public EmbedSettings withRetries(Retries changed) {
        return new EmbedSettings(accounts, deadline, requestTimeout, limits, changed, shutdown);
    }

    /** A copy with another {@link #shutdown()}. */
    public EmbedSettings withShutdown(Duration changed) {
        return new EmbedSettings(accounts, deadline, requestTimeout, limits, retries, changed);
    }

    /** The settings of the switchboard, which gets commands only of accounts that are here. */
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
