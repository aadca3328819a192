package io.callport.app.admin;

import io.callport.account.Account;
import io.callport.execution.DaemonThreads;
import io.callport.execution.UncaughtExceptions;
import io.callport.query.QueryFailedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Pings vendors for the page of the service's health: each account once a minute, whether the page is requested or not.
 * A request for the page pings no vendor. A vendor's answer changes neither liveness nor readiness. Thread-safe.
 */
public final class VendorPings implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    /** The time between the first pings of two accounts, so that they are no burst at the vendor. */
    private static final Duration APART = Duration.ofMillis(100);

    private static final int THREADS = 4;

    private final List<Account> accounts;
    private final Predicate<Account> ping;
    private final InstantSource time;
    private final Duration interval;
    private final Map<Account, VendorPing> last = new ConcurrentHashMap<>();
    private final Map<Account, Future<?>> schedules = new ConcurrentHashMap<>();
    private final ScheduledExecutorService threads =
            Executors.newScheduledThreadPool(THREADS, DaemonThreads.named("callport-ping"));

    VendorPings(Collection<Account> accounts, Predicate<Account> ping, InstantSource time, Duration interval) {
        this.accounts = List.copyOf(accounts);
        this.ping = ping;
        this.time = time;
        this.interval = interval;
    }

    /**
     * Starts to ping, once a minute for each account; first after a minute, so that a service that starts again and
     * again pings no vendor.
     *
     * @param accounts the accounts to ping: only accounts without a budget, because a ping is a request that no budget
     *     counts
     * @param ping the function that pings, and returns whether the vendor has a ping at all; throws
     *     {@link QueryFailedException}
     */
    public static VendorPings start(Collection<Account> accounts, Predicate<Account> ping, InstantSource time) {
        VendorPings pings = new VendorPings(accounts, ping, time, INTERVAL);
        pings.start();
        return pings;
    }

    /**
     * Schedules the pings of each account; one that has not ended is not repeated, however long a vendor does not
     * answer.
     */
    void start() {
        long apart = Math.min(APART.toNanos(), interval.toNanos() / Math.max(1, accounts.size()));
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get(i);
            schedules.put(
                    account,
                    threads.scheduleWithFixedDelay(
                            UncaughtExceptions.reportingErrors(() -> ask(account)),
                            interval.toNanos() + apart * i,
                            interval.toNanos(),
                            TimeUnit.NANOSECONDS));
        }
    }

    /** The last answers, in the order of the accounts. */
    public List<VendorPing> latest() {
        return accounts.stream().map(last::get).filter(Objects::nonNull).toList();
    }

    /** Stops pinging at once. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void ask(Account account) {
        try {
            if (ping.test(account)) {
                last.put(account, new VendorPing(account, now(), null));
            } else {
                Future<?> schedule = schedules.get(account);
                if (schedule != null) { // otherwise the next ping, before the schedule is known, ends it
                    schedule.cancel(false);
                }
            }
        } catch (QueryFailedException e) {
            last.put(account, new VendorPing(account, now(), e.getMessage()));
        }
    }

    private Instant now() {
        return time.instant();
    }
}
