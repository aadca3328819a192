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
 * Asks vendors whether they are there, for people who look at the service's health: only when somebody looks, at most once
 * a minute and account, and never on the thread that looks. What a vendor says changes neither liveness nor readiness.
 * Thread-safe.
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
     * Pings nobody yet.
     *
     * @param accounts whom to ask for: accounts without a budget, since a ping is a request that no budget counts
     * @param ping asks, and says whether the vendor can be asked at all; throws {@link QueryFailedException}
     */
    public VendorPings(Collection<Account> accounts, Predicate<Account> ping, InstantSource time) {
        this.accounts = List.copyOf(accounts);
        this.ping = ping;
        this.time = time;
    }

    /** The last answers, in the accounts' order; pings again, in the background, where one is older than a minute. */
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

    /** A ping that has not ended is not repeated, so that vendors that do not answer pile up nothing. */
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
            // closed: the service is going down, and the page shows the last answers
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
