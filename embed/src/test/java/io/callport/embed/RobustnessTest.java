package io.callport.embed;

import static io.callport.embed.EmbedFixture.answer;
import static io.callport.embed.EmbedFixture.reason;
import static io.callport.embed.FakeVendor.A;
import static io.callport.embed.FakeVendor.B;
import static io.callport.embed.FakeVendor.about;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.callinfo.CallInfo;
import io.callport.query.Query;
import io.callport.query.Reason;
import io.callport.switchboard.Limits;
import io.callport.switchboard.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A fault of the application breaks at most one query, and memory stays bounded for all queries. */
@Timeout(300)
class RobustnessTest {
    private static final RetryPolicy ONCE = new RetryPolicy(Duration.ofMillis(1), Duration.ofMillis(1), 1);
    private static final EmbedSettings SETTINGS = EmbedSettings.of(
                    Map.of(A, Budget.parse("1/PT1H"), B, Budget.UNLIMITED))
            .withRetries(ONCE)
            .withShutdown(Duration.ZERO);

    private final FakeVendor vendor = new FakeVendor();
    private Thread.@Nullable UncaughtExceptionHandler before;

    @BeforeEach
    void quietUncaught() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
            throw new AssertionError("a handler that breaks");
        });
    }

    @AfterEach
    void restoreUncaught() {
        vendor.release();
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    /** An application's query, whose own methods are replaced here. */
    private record Odd(Error thrown, boolean hash, boolean equal, boolean lost) implements Query<FakeVendor, CallInfo> {
        @Override
        @SuppressWarnings("UnusedMethod") // the hash of the content calls it
        public Error thrown() {
            if (hash) {
                throw thrown;
            }
            return new AssertionError();
        }

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (equal) {
                throw thrown;
            }
            return this == other;
        }

        @Override
        public String toString() {
            throw thrown;
        }

        @Override
        public Class<FakeVendor> port() {
            if (lost) {
                throw thrown;
            }
            return FakeVendor.class;
        }

        @Override
        public CallInfo ask(FakeVendor port, Account account) {
            throw thrown;
        }
    }

    @Test
    void anExecutorThatThrowsTakesNoRequestSpendsNothingAndEndsNothing() {
        List<Throwable> thrown = List.of(
                new AssertionError("broken"),
                new OutOfMemoryError("unable to create native thread"),
                new RejectedExecutionException(),
                new StackOverflowError());
        ExecutorService good = Executors.newSingleThreadExecutor();
        AtomicLong asked = new AtomicLong();
        Executor executor = task -> {
            int number = (int) asked.getAndIncrement();
            if (number < thrown.size()) {
                RobustnessTest.<RuntimeException>raise(thrown.get(number));
            }
            good.execute(task);
        };
        try (Callport callport = Callport.open(SETTINGS, name -> vendor, EmbedListener.NONE, executor)) {
            for (int i = 0; i < thrown.size(); i++) {
                assertThat(reason(callport.ask(A, about("" + i)))).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            }
            assertThat(answer(callport.ask(A, about("good"))))
                    .as("the budget's only request")
                    .isEqualTo("good");
        } finally {
            good.shutdownNow();
        }
    }

    @Test
    void aRequestThatTheExecutorDropsIsNotMadeAndMayNotRunLater() {
        AtomicLong now = new AtomicLong();
        List<Runnable> dropped = new ArrayList<>();
        EmbedExecutors executors = EmbedExecutors.of(dropped::add, SETTINGS);
        try (Callport callport = Callport.open(SETTINGS, name -> vendor, EmbedListener.NONE, executors, now::get)) {
            CompletableFuture<CallInfo> asked = callport.ask(A, about("1"));
            EmbedFixture.await("given to the executor", () -> dropped.size() == 1);
            now.addAndGet(SETTINGS.requestTimeout().toNanos());
            callport.wake();
            assertThat(reason(asked)).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            dropped.get(0).run();
            assertThat(vendor.requests).isEmpty();

            CompletableFuture<CallInfo> again = callport.ask(A, about("2"));
            EmbedFixture.await("given to the executor", () -> dropped.size() == 2);
            dropped.get(1).run();
            dropped.get(1).run();
            assertThat(answer(again)).isEqualTo("2");
            assertThat(vendor.requests).hasSize(1);
        }
    }

    @Test
    void aQueryWhoseMethodsThrowIsRefusedAlone() {
        Error thrown = new AssertionError("as planned");
        try (Callport callport = Callport.open(SETTINGS, name -> vendor)) {
            assertThat(reason(callport.ask(B, new Odd(thrown, true, false, false))))
                    .isEqualTo(Reason.INVALID_COMMAND);
            List<CompletableFuture<CallInfo>> odd = IntStream.range(0, 10)
                    .mapToObj(i -> callport.ask(B, new Odd(thrown, false, i % 2 == 0, i % 3 == 0)))
                    .toList();
            odd.forEach(result -> assertThat(reason(result)).isEqualTo(Reason.VENDOR_UNAVAILABLE));
            assertThat(answer(callport.ask(B, about("1")))).isEqualTo("1");
        }
    }

    @Test
    void aListenerThatThrowsErrorsCostsNoResult() {
        EmbedListener broken = new EmbedListener() {
            @Override
            public UnaryOperator<Runnable> queryAsked(Query<?, ?> query, Account account) {
                return work -> {
                    throw new AssertionError("a context that breaks");
                };
            }

            @Override
            public void resultGiven(Query<?, ?> query, Account account, @Nullable Reason refused, Duration latency) {
                throw new StackOverflowError();
            }

            @Override
            public void requestEnded(Query<?, ?> query, Account account, @Nullable Reason failed, Duration took) {
                throw new AssertionError("a listener that breaks");
            }
        };
        try (Callport callport = Callport.open(SETTINGS, name -> vendor, broken)) {
            for (int i = 0; i < 20; i++) {
                assertThat(answer(callport.ask(B, about("" + i)))).isEqualTo("" + i);
            }
            assertThat(reason(callport.ask(Account.parse("callbot:unknown"), about("1"))))
                    .isEqualTo(Reason.UNKNOWN_ACCOUNT);
        }
    }

    @Test
    void whatIsHeldIsBoundedWhateverIsAskedAndHowever() {
        EmbedSettings settings = SETTINGS.withLimits(new Limits(1_000, 1_000, 4, 1, 256L << 20));
        vendor.hold();
        try (Callport callport = Callport.open(settings, name -> vendor)) {
            int overloaded = 0;
            for (int i = 0;
                    i < 50_000;
                    i++) { // all may share the request in flight, which no limit of the queue counts
                CompletableFuture<CallInfo> asked =
                        callport.ask(B, about("held"), Duration.ofHours(1), Duration.ofHours(1));
                overloaded += asked.isCompletedExceptionally() ? 1 : 0;
            }
            assertThat(overloaded).isGreaterThanOrEqualTo(50_000 - 1_000 - 4);
            vendor.release();
            EmbedFixture.await("room again", () -> !callport.ask(B, about("1")).isCompletedExceptionally());
        }
    }

    @Test
    void blockedDependentsHaveNoThreadEachAndDelayNoDeadline() {
        EmbedSettings settings = SETTINGS.withLimits(new Limits(100, 100, 4, 1, 256L << 20));
        CountDownLatch blocked = new CountDownLatch(1);
        vendor.hold();
        try (Callport callport = Callport.open(settings, name -> vendor)) {
            List<CompletableFuture<?>> results = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                results.add(callport.ask(B, about("held" + i)).thenAccept(answer -> await(blocked)));
            }
            vendor.release();
            EmbedFixture.await("all asked", () -> vendor.requests.size() == 50);
            assertThat(threads("callport-result-")).isLessThanOrEqualTo(7);
            blocked.countDown();
            results.forEach(EmbedFixture::done);
        } finally {
            blocked.countDown();
        }
    }

    @Test
    void slowAccountsHaveNoThreadEachAndAllHaveTheirTurn() {
        List<Account> accounts = IntStream.range(0, 300)
                .mapToObj(number -> new Account("callbot", "slow" + number))
                .toList();
        EmbedSettings settings = EmbedSettings.of(
                        accounts.stream().collect(Collectors.toMap(it -> it, it -> Budget.UNLIMITED)))
                .withLimits(new Limits(100, 1_000, 4, 4, 256L << 20));
        vendor.hold();
        try (Callport callport = Callport.open(settings, name -> vendor)) {
            List<CompletableFuture<CallInfo>> results = accounts.stream()
                    .map(account -> callport.ask(account, about("held")))
                    .toList();
            EmbedFixture.await("as many as may", () -> vendor.requests.size() == 16);
            assertThat(threads("callport-request-")).isLessThanOrEqualTo(16);
            vendor.release();
            results.forEach(result -> assertThat(answer(result)).isEqualTo("held"));
            assertThat(threads("callport-request-")).isLessThanOrEqualTo(25);
        }
    }

    private static long threads(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
