package io.callport.embed;

import io.callport.account.Account;
import io.callport.query.Answer;
import io.callport.query.Outcome;
import io.callport.query.Ports;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Command;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Asks vendors for an application, within each account's budget: one thread and a clock around the switchboard. Equal queries
 * share requests, transient failures are tried again, and each query has its result by its deadline.
 *
 * <p>The budget is counted in this object, so an application has one for all its accounts; other users of an account take
 * from the same budget unseen.
 *
 * <p>A query without an answer completes exceptionally with a {@link io.callport.query.QueryFailedException}, whose failure
 * says why; {@code join()} and {@code get()} show it as a cause. Each result is completed on a thread of its own, so what
 * depends on it may take its time; where much of that blocks before Java 21, it belongs on an executor of the application's
 * ({@code thenApplyAsync}). A result that its application completes or cancels is left alone, and its request goes on.
 *
 * <p>Thread-safe; {@code ask} never blocks.
 */
public final class Callport implements AutoCloseable {
    private final EmbedSettings settings;
    private final EmbedListener listener;
    private final LongSupplier clock;
    private final SwitchboardThread switchboard;
    private final Thread thread;

    private Callport(EmbedSettings settings, RequestExecutor requests, EmbedExecutors executors) {
        this.settings = settings;
        this.listener = requests.listener();
        this.clock = requests.clock();
        this.switchboard = new SwitchboardThread(settings, requests, executors.results());
        this.thread = DaemonThreads.named("callport-switchboard").newThread(() -> run(switchboard, executors.end()));
    }

    /** The same as {@link #open(EmbedSettings, Function, EmbedListener)}, without a listener. */
    public static Callport open(EmbedSettings settings, Function<String, Ports> ports) {
        return open(settings, ports, EmbedListener.NONE);
    }

    /**
     * Opens it. Requests run on threads of its own, as results do: virtual ones where the JVM has them, daemon
     * threads elsewhere.
     *
     * @param settings its settings
     * @param ports the ports of a vendor, as in {@code HttpPorts::ports}; asked on a request's thread, and not closed with this
     * @param listener hears of results and requests
     */
    public static Callport open(EmbedSettings settings, Function<String, Ports> ports, EmbedListener listener) {
        return open(settings, ports, listener, EmbedExecutors.own(), sinceNow());
    }

    /**
     * Opens it, with requests on the application's threads.
     *
     * @param settings its settings
     * @param ports the ports of a vendor, as in {@code HttpPorts::ports}; asked on a request's thread, and not closed with this
     * @param listener hears of results and requests
     * @param requests runs each request, which blocks until the vendor has answered, on another thread than its caller's and
     *     soon: one that waits there counts as in flight. One that is rejected counts as not sent. Not closed with this
     */
    public static Callport open(
            EmbedSettings settings, Function<String, Ports> ports, EmbedListener listener, Executor requests) {
        return open(settings, ports, listener, EmbedExecutors.of(requests), sinceNow());
    }

    static Callport open(
            EmbedSettings settings,
            Function<String, Ports> ports,
            EmbedListener listener,
            EmbedExecutors executors,
            LongSupplier clock) {
        Callport opened =
                new Callport(settings, new RequestExecutor(ports, executors.requests(), clock, listener), executors);
        opened.thread.start();
        return opened;
    }

    /** Asks with the default deadline, for an answer no older than this question. */
    public <P, A extends Answer> CompletableFuture<A> ask(Account account, Query<P, A> query) {
        return ask(account, query, settings.deadline());
    }

    /**
     * Asks for an answer no older than this question.
     *
     * @param deadline how long to wait for it; after zero or less it is refused {@code expired}, more than 365 days count as
     *     that
     */
    public <P, A extends Answer> CompletableFuture<A> ask(Account account, Query<P, A> query, Duration deadline) {
        return ask(account, query, deadline, Duration.ZERO);
    }

    /**
     * Asks, content with an answer that is a little older, if there is one: that spends nothing.
     *
     * @param account the account to ask; refused {@code unknown-account} if the settings do not name it
     * @param query the query
     * @param deadline how long to wait for it; after zero or less it is refused {@code expired}, more than 365 days count as
     *     that
     * @param maxAge how old the answer may be, counted from the start of its request to this question; zero or less for not
     *     at all
     * @return its result, never later than the deadline; refused {@code overloaded} at once if too many wait, and
     *     {@code expired} once this is closed
     */
    public <P, A extends Answer> CompletableFuture<A> ask(
            Account account, Query<P, A> query, Duration deadline, Duration maxAge) {
        long now = clock.getAsLong();
        PendingAnswer<A> pending = new PendingAnswer<>(account, Objects.requireNonNull(query, "query"), now, listener);
        long until = now + bounded(deadline).toNanos();
        if (settings.accounts().containsKey(account)) {
            switchboard.accept(new Command<>(pending, account, query, until, bounded(maxAge)));
        } else {
            pending.complete(unknown(account), now, listener);
        }
        return pending.future();
    }

    /**
     * Accepts no more queries, gives requests in flight their time to end, refuses the rest as {@code expired}, and returns when all
     * have their result or are about to. An interrupt ends the waiting.
     */
    @Override
    public void close() {
        switchboard.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the clock again, for a clock that jumps. */
    void wake() {
        switchboard.wake();
    }

    private static void run(SwitchboardThread switchboard, Runnable end) {
        try {
            switchboard.run();
        } finally {
            end.run();
        }
    }

    private static Outcome unknown(Account account) {
        String detail = "The account " + account + " is not configured here";
        return new Outcome.Failed(QueryFailure.notSent(Reason.UNKNOWN_ACCOUNT, detail));
    }

    private static Duration bounded(Duration asked) {
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(EmbedSettings.LONGEST_DEADLINE) > 0 ? EmbedSettings.LONGEST_DEADLINE : asked;
    }

    /** Nanoseconds from now on: small and positive, so that adding a deadline never overflows. */
    private static LongSupplier sinceNow() {
        long start = System.nanoTime();
        return () -> System.nanoTime() - start;
    }
}
