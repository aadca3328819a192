package io.callport.embed;

import io.callport.account.Account;
import io.callport.execution.DaemonThreads;
import io.callport.execution.RequestExecutor;
import io.callport.query.Answer;
import io.callport.query.Outcome;
import io.callport.query.Ports;
import io.callport.query.Query;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import io.callport.switchboard.Command;
import io.callport.switchboard.Limits;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Asks vendors for an application, within the budget of each account: the switchboard with a thread and a clock of its
 * own. Equal queries share requests, transient failures are tried again, and each query has its result by its deadline.
 *
 * <p>The budgets are counted in this object, so an application has one {@code Callport} for all its accounts. Other
 * users of an account take from the same budget unseen.
 *
 * <p>A query without an answer completes exceptionally with a {@link io.callport.query.QueryFailedException}, whose
 * failure gives the reason; {@code join()} and {@code get()} show that exception as a cause. Each result is completed
 * on a thread of its own, so code that depends on a result may take its time. There are {@link Limits#maxRequests()}
 * such threads, and further results wait for one of them: code that blocks, above all for another result of the same
 * Callport, belongs on an executor of the application ({@code thenApplyAsync}). A result that the application completes
 * or cancels itself is left alone, and its request goes on.
 *
 * <p>Thread-safe; {@code ask} never blocks.
 */
public final class Callport implements AutoCloseable {
    private final EmbedSettings settings;
    private final EmbedListener listener;
    private final LongSupplier clock;
    private final SwitchboardThread switchboard;
    private final Thread thread;

    private Callport(EmbedSettings settings, EmbedRequests requests, EmbedExecutors executors) {
        this.settings = settings;
        this.listener = requests.listener();
        this.clock = requests.clock();
        this.switchboard = new SwitchboardThread(settings, requests, executors.results());
        this.thread = DaemonThreads.named("callport-switchboard").newThread(() -> run(switchboard, executors.end()));
    }

    /** Opens Callport as {@link #open(EmbedSettings, Function, EmbedListener)} does, without a listener. */
    public static Callport open(EmbedSettings settings, Function<String, Ports> ports) {
        return open(settings, ports, EmbedListener.NONE);
    }

    /**
     * Opens Callport with threads of its own for requests and results: virtual threads where the JVM has them, daemon
     * threads elsewhere.
     *
     * @param settings the settings of accounts, limits and times
     * @param ports the function from a vendor to its ports, as in {@code HttpPorts::ports}; called on a request's
     *     thread, and not closed with Callport
     * @param listener the listener for results and requests
     */
    public static Callport open(EmbedSettings settings, Function<String, Ports> ports, EmbedListener listener) {
        return open(settings, ports, listener, EmbedExecutors.own(settings), sinceNow());
    }

    /**
     * Opens Callport with requests on the application's threads.
     *
     * @param settings the settings of accounts, limits and times
     * @param ports the function from a vendor to its ports, as in {@code HttpPorts::ports}; called on a request's
     *     thread, and not closed with Callport
     * @param listener the listener for results and requests
     * @param requests the executor that runs each request, which blocks until the vendor has answered. The executor
     *     must use another thread than the caller's, return at once and start soon: a request that waits there counts
     *     as in flight. A request that the executor rejects, or does not begin within
     *     {@link EmbedSettings#requestTimeout()}, counts as not sent and is tried again. The executor is not closed
     *     with Callport
     */
    public static Callport open(
            EmbedSettings settings, Function<String, Ports> ports, EmbedListener listener, Executor requests) {
        return open(settings, ports, listener, EmbedExecutors.of(requests, settings), sinceNow());
    }

    static Callport open(
            EmbedSettings settings,
            Function<String, Ports> ports,
            EmbedListener listener,
            EmbedExecutors executors,
            LongSupplier clock) {
        RequestExecutor requests = new RequestExecutor(executors.requests(), ports);
        EmbedRequests runner = new EmbedRequests(requests, clock, listener, settings.requestTimeout());
        Callport opened = new Callport(settings, runner, executors);
        opened.thread.start();
        return opened;
    }

    /** Asks a query with the default deadline, for an answer no older than this call. */
    public <P, A extends Answer> CompletableFuture<A> ask(Account account, Query<P, A> query) {
        return ask(account, query, settings.deadline());
    }

    /**
     * Asks a query, for an answer no older than this call.
     *
     * @param deadline the time to wait for the result; with zero or less the query is refused {@code expired}, and more
     *     than 365 days count as 365 days
     */
    public <P, A extends Answer> CompletableFuture<A> ask(Account account, Query<P, A> query, Duration deadline) {
        return ask(account, query, deadline, Duration.ZERO);
    }

    /**
     * Asks a query, and accepts an earlier answer if there is one that is young enough: such an answer spends nothing.
     *
     * @param account the account to ask; refused {@code unknown-account} if the settings do not name it
     * @param query the query
     * @param deadline the time to wait for the result; with zero or less the query is refused {@code expired}, and more
     *     than 365 days count as 365 days
     * @param maxAge the greatest age of the answer, counted from the start of its request to this call; zero or less
     *     for no earlier answer
     * @return the result, never later than the deadline; refused {@code overloaded} at once if too many queries wait,
     *     or have results whose dependent code has not returned, {@code invalid-command} if a method of the query
     *     throws, and {@code expired} once Callport is closed
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
     * Accepts no more queries, gives the requests in flight their time to end, refuses the other queries as
     * {@code expired}, and returns when all queries have their result or are about to have it. An interrupt ends the
     * waiting.
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
        return asked.compareTo(EmbedSettings.MAX_DEADLINE) > 0 ? EmbedSettings.MAX_DEADLINE : asked;
    }

    /**
     * A clock that counts nanoseconds from now on: its values are small and positive, so that adding a deadline never
     * overflows.
     */
    private static LongSupplier sinceNow() {
        long start = System.nanoTime();
        return () -> System.nanoTime() - start;
    }
}
