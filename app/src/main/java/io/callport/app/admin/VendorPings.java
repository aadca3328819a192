package io.callport.app.admin;

import io.callport.account.Account;
import io.callport.query.QueryFailedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

/**
 * Pings vendors for people who look at the service's health: only when the health page is read, at most once a minute
 * for each account, and never on the thread that reads the page. A vendor's answer changes neither liveness nor
 * readiness. Thread-safe.
 */
public final class VendorPings implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final int THREADS = 4;

    private final List<Account> accounts;
    private final Predicate<Account> ping;
    private final InstantSource time;
    private final Map<Account, VendorPing> last = new ConcurrentHashMap<>();
    private final Map<Account, Instant> asked = new ConcurrentHashMap<>();
    private final Set<Account> pending = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, DaemonThreads.named("callport-ping"));

    /**
     * Creates the pings without sending any.
     *
     * @param accounts the accounts to ping: only accounts without a budget, because a ping is a request that no budget
     *     counts
     * @param ping the function that pings, and returns whether the vendor has a ping at all; throws
     *     {@link QueryFailedException}
     */
    public VendorPings(Collection<Account> accounts, Predicate<Account> ping, InstantSource time) {
        this.accounts = List.copyOf(accounts);
        this.ping = ping;
        this.time = time;
    }

    /**
     * The last answers, in the order of the accounts; where an answer is older than a minute, pings again in
     * the background.
     */
    public List<VendorPing> latest() {
        Instant now = time.instant();
        accounts.forEach(account -> askSoon(account, now));
        return accounts.stream().map(last::get).filter(Objects::nonNull).toList();
    }

    /** Stops pinging at once. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /**
     * Pings an account in the background. A ping that has not ended is not repeated, so that no pings pile up while a
     * vendor does not answer.
     */
    private void askSoon(Account account, Instant now) {
        if (!pending.add(account)) {
            return;
        }
        if (now.isBefore(asked.getOrDefault(account, Instant.MIN).plus(INTERVAL))) {
            pending.remove(account);
            return;
        }
        try {
            threads.execute(() -> ask(account));
        } catch (RejectedExecutionException e) {
            // closed: the service is stopping, and the page shows the last answers
        }
    }

    private void ask(Account account) {
        asked.put(account, time.instant());
        try {
            if (ping.test(account)) {
                last.put(account, new VendorPing(account, time.instant(), null));
            }
        } catch (QueryFailedException e) {
            last.put(account, new VendorPing(account, time.instant(), e.getMessage()));
        } finally {
            pending.remove(account);
        }
    }
}
