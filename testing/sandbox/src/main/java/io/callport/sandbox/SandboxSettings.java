package io.callport.sandbox;

import io.callport.sandbox.callback.CallbackSettings;
import io.callport.sandbox.moor.MoorLimit;
import io.callport.sandbox.vendor.SandboxAccount;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The settings of a sandbox.
 *
 * @param accounts the accounts that the vendors know
 * @param moorLimit the limit of each 7moor account
 * @param clock the vendors' clock: checked timestamps and the {@code Date} header go by this clock
 * @param nanoClock nanoseconds that never go back, as {@link System#nanoTime()}: the limit and repeated nonces go by it
 * @param recordedRequests the number of requests that the list holds before the oldest are forgotten: at least 1
 * @param callbacks where the vendors push their callbacks, and how
 */
public record SandboxSettings(
        List<SandboxAccount> accounts,
        MoorLimit moorLimit,
        Clock clock,
        LongSupplier nanoClock,
        int recordedRequests,
        CallbackSettings callbacks) {

    /** The documented accounts and limit, the system's clocks, the last 100,000 requests, the usual receiver. */
    public static final SandboxSettings DEFAULT = new SandboxSettings(
            SandboxAccount.DOCUMENTED,
            MoorLimit.DOCUMENTED,
            Clock.systemUTC(),
            System::nanoTime,
            100_000,
            CallbackSettings.DEFAULT);

    /** @throws IllegalArgumentException if an account is named twice, or no request would be kept */
    public SandboxSettings {
        accounts = List.copyOf(accounts);
        Set<String> ids = new HashSet<>();
        for (SandboxAccount account : accounts) {
            if (!ids.add(account.id())) {
                throw new IllegalArgumentException("accounts: " + account.id() + " is there twice");
            }
        }
        if (recordedRequests < 1) {
            throw new IllegalArgumentException("recordedRequests: must be at least 1");
        }
    }

    /** A copy with other accounts. */
    public SandboxSettings accounts(List<SandboxAccount> others) {
        return new SandboxSettings(others, moorLimit, clock, nanoClock, recordedRequests, callbacks);
    }

    /** A copy with another limit. */
    public SandboxSettings moorLimit(MoorLimit other) {
        return new SandboxSettings(accounts, other, clock, nanoClock, recordedRequests, callbacks);
    }

    /** A copy with another clock for timestamps. */
    public SandboxSettings clock(Clock other) {
        return new SandboxSettings(accounts, moorLimit, other, nanoClock, recordedRequests, callbacks);
    }

    /** A copy with another clock for durations. */
    public SandboxSettings nanoClock(LongSupplier other) {
        return new SandboxSettings(accounts, moorLimit, clock, other, recordedRequests, callbacks);
    }

    /** A copy with another length of the request log. */
    public SandboxSettings recordedRequests(int other) {
        return new SandboxSettings(accounts, moorLimit, clock, nanoClock, other, callbacks);
    }

    /** A copy with another receiver of callbacks. */
    public SandboxSettings callbacks(CallbackSettings other) {
        return new SandboxSettings(accounts, moorLimit, clock, nanoClock, recordedRequests, other);
    }
}
