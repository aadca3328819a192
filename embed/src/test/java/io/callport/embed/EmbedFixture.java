package io.callport.embed;

import static io.callport.embed.FakeVendor.A;
import static io.callport.embed.FakeVendor.B;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.callinfo.CallInfo;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Callport with a fake vendor, and a clock that stands still unless it is moved. */
final class EmbedFixture implements AutoCloseable {
    static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    final FakeVendor vendor = new FakeVendor();
    final Callport callport;
    private final AtomicLong now = new AtomicLong();
    private int barriers;

    EmbedFixture(String budget) {
        this(budget, it -> it);
    }

    EmbedFixture(String budget, UnaryOperator<EmbedSettings> changes) {
        EmbedSettings settings = EmbedSettings.of(Map.of(A, Budget.parse(budget), B, Budget.UNLIMITED));
        EmbedSettings changed = changes.apply(settings);
        callport = Callport.open(changed, name -> vendor, EmbedListener.NONE, EmbedExecutors.own(changed), now::get);
    }

    CompletableFuture<CallInfo> ask(Account account, String customer) {
        return callport.ask(account, FakeVendor.about(customer));
    }

    void advance(Duration time) {
        now.addAndGet(time.toNanos());
        callport.wake();
    }

    /** Returns when all that was asked before has been looked at: it is first in, first out. */
    void settle() {
        answer(ask(B, "barrier-" + barriers++));
    }

    static String answer(CompletableFuture<CallInfo> result) {
        try {
            return FakeVendor.customer(result.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer", e);
        }
    }

    static QueryFailure failure(CompletableFuture<?> result) {
        try {
            Object answer = result.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            throw new AssertionError("answered: " + answer);
        } catch (ExecutionException e) {
            return ((QueryFailedException) e.getCause()).failure();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no result", e);
        }
    }

    /** Waits, with an end, which {@code join()} has not. */
    static void done(CompletableFuture<?> future) {
        try {
            future.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("not done", e);
        }
    }

    static Reason reason(CompletableFuture<?> result) {
        return failure(result).reason();
    }

    static void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("still not: " + what);
            }
            LockSupport.parkNanos(100_000);
        }
    }

    @Override
    public void close() {
        vendor.release();
        callport.close();
    }
}
