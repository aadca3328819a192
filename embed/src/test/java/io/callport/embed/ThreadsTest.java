package io.callport.embed;

import static io.callport.embed.EmbedFixture.answer;
import static io.callport.embed.EmbedFixture.reason;
import static io.callport.embed.FakeVendor.A;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The work of each thread, and queries from many threads at once. */
@Timeout(300)
class ThreadsTest {
    private static final String SWITCHBOARD_THREAD = "callport-switchboard";

    @Test
    void tenThousandQueriesOfManyThreadsHaveOneResultEach() {
        int askers = 8;
        int each = 1250;
        Counting listener = new Counting();
        FakeVendor vendor = new FakeVendor();
        try (Callport callport = Callport.open(settingsOf(50), name -> vendor, listener)) {
            List<CompletableFuture<CallInfo>> results = together(askers, asker -> askMany(callport, asker, each));
            results.forEach(result -> EmbedFixture.done(result.handle((answer, e) -> answer)));
            assertThat(results).hasSize(askers * each);
            assertThat(results.stream().filter(CompletableFuture::isCompletedExceptionally))
                    .hasSize(askers * each / 10);
        }
        assertThat(listener.results).hasValue(askers * each);
        assertThat(listener.refused).hasValue(askers * each / 10);
        EmbedFixture.await("every request reported", () -> listener.requests.get() == vendor.requests.size());
    }

    @Test
    void whatDependsOnAResultNeverRunsOnTheSwitchboardsThread() {
        FakeVendor vendor = new FakeVendor().hold();
        LinkedBlockingQueue<String> threads = new LinkedBlockingQueue<>();
        EmbedListener listener = new EmbedListener() {
            @Override
            public void resultGiven(Query<?, ?> query, Account account, @Nullable Reason refused, Duration latency) {
                threads.add(Thread.currentThread().getName());
            }
        };
        try (Callport callport = Callport.open(settingsOf(1), name -> vendor, listener)) {
            List<CompletableFuture<?>> dependents = new ArrayList<>();
            for (String customer : List.of("held", "held-2", "refused")) {
                dependents.add(callport.ask(account(0), about(customer), Duration.ofSeconds(30))
                        .handle((answer, e) ->
                                threads.add(Thread.currentThread().getName())));
            }
            dependents.add(callport.ask(account(0), about("held-3"), Duration.ofMillis(20))
                    .handle((answer, e) -> threads.add(Thread.currentThread().getName())));
            EmbedFixture.done(dependents.get(3));
            vendor.release();
            dependents.forEach(EmbedFixture::done);
        }
        assertThat(threads).hasSize(8).doesNotContain(SWITCHBOARD_THREAD);
    }

    @Test
    void aBlockedDependentDelaysNobodysDeadline() {
        CountDownLatch blocked = new CountDownLatch(1);
        FakeVendor vendor = new FakeVendor().hold();
        EmbedSettings settings = settingsOf(1).withShutdown(Duration.ZERO);
        try (Callport callport = Callport.open(settings, name -> vendor)) {
            CompletableFuture<?> stuck = callport.ask(account(0), about("held")).thenAccept(answer -> await(blocked));
            CompletableFuture<CallInfo> late = callport.ask(account(0), about("held-2"), Duration.ofSeconds(2));
            EmbedFixture.await("both asked", () -> vendor.requests.size() == 2);
            assertThat(reason(late)).isEqualTo(Reason.EXPIRED);
            vendor.release();
            assertThat(answer(callport.ask(account(0), about("1")))).isEqualTo("1");
            assertThat(stuck).isNotDone();
            blocked.countDown();
            EmbedFixture.done(stuck);
        }
    }

    @Test
    void theSwitchboardsThreadSleepsUntilSomethingHappens() {
        FakeVendor vendor = new FakeVendor().hold();
        try (Callport callport = Callport.open(settingsOf(1), name -> vendor)) {
            CompletableFuture<CallInfo> asked = callport.ask(account(0), about("held"));
            EmbedFixture.await("asked", () -> !vendor.requests.isEmpty());
            EmbedFixture.await("asleep", () -> switchboardThread().getState() == Thread.State.TIMED_WAITING);
            vendor.release();
            assertThat(answer(asked)).isEqualTo("held");
        }
    }

    @Test
    void aListenerThatThrowsCostsNoResult() {
        FakeVendor vendor = new FakeVendor();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        AtomicInteger reported = new AtomicInteger();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> reported.incrementAndGet());
        try (Callport callport = Callport.open(settingsOf(1), name -> vendor, new Throwing())) {
            assertThat(answer(callport.ask(account(0), about("1")))).isEqualTo("1");
            assertThat(reason(callport.ask(A, about("1")))).isEqualTo(Reason.UNKNOWN_ACCOUNT);
            assertThat(answer(callport.ask(account(0), about("2")))).isEqualTo("2");
            EmbedFixture.await("all reported", () -> reported.get() == 5);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Test
    void requestsRunWhereTheApplicationWants() {
        List<String> threads = new ArrayList<>();
        FakeVendor vendor = new FakeVendor();
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "of-the-application"));
        try (Callport callport = Callport.open(
                settingsOf(1),
                name -> {
                    threads.add(Thread.currentThread().getName());
                    return vendor;
                },
                EmbedListener.NONE,
                executor)) {
            assertThat(answer(callport.ask(account(0), about("1")))).isEqualTo("1");
            assertThat(threads).containsExactly("of-the-application");
        } finally {
            assertThat(executor.isShutdown()).isFalse();
            executor.shutdownNow();
        }
    }

    @Test
    void anExecutorThatTakesNothingIsAFailureAndSpendsNothing() {
        ExecutorService ended = Executors.newSingleThreadExecutor();
        ended.shutdownNow();
        EmbedSettings settings = EmbedSettings.of(Map.of(A, Budget.parse("1/PT1H")))
                .withRetries(new RetryPolicy(EmbedFixture.MINUTE, EmbedFixture.MINUTE, 1));
        FakeVendor vendor = new FakeVendor();
        try (Callport callport = Callport.open(settings, name -> vendor, EmbedListener.NONE, ended)) {
            for (int i = 0; i < 100; i++) {
                assertThat(reason(callport.ask(A, about("" + i)))).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            }
        }
    }

    /** Distinct queries, spread over the accounts; each tenth is refused by the vendor. */
    private static List<CompletableFuture<CallInfo>> askMany(Callport callport, int asker, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> callport.ask(account(i % 50), about((i % 10 == 0 ? "refused-" : "") + asker + "-" + i)))
                .toList();
    }

    private static <R> List<R> together(int threads, IntFunction<List<R>> work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<CompletableFuture<List<R>>> all = IntStream.range(0, threads)
                    .mapToObj(thread -> CompletableFuture.supplyAsync(() -> work.apply(thread), pool))
                    .toList();
            return all.stream().flatMap(it -> it.join().stream()).toList();
        } finally {
            pool.shutdown();
        }
    }

    private static EmbedSettings settingsOf(int accounts) {
        Map<Account, Budget> budgets = IntStream.range(0, accounts)
                .boxed()
                .collect(Collectors.toMap(ThreadsTest::account, number -> Budget.UNLIMITED));
        return EmbedSettings.of(budgets).withLimits(new Limits(20_000, 20_000, 4, 64, 256L << 20));
    }

    private static Thread switchboardThread() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(SWITCHBOARD_THREAD))
                .findFirst()
                .orElseThrow();
    }

    private static Account account(int number) {
        return new Account("callbot", "n" + number);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Counting implements EmbedListener {
        final AtomicInteger results = new AtomicInteger();
        final AtomicInteger refused = new AtomicInteger();
        final AtomicInteger requests = new AtomicInteger();

        @Override
        public void resultGiven(Query<?, ?> query, Account account, @Nullable Reason reason, Duration latency) {
            results.incrementAndGet();
            refused.addAndGet(reason == null ? 0 : 1);
        }

        @Override
        public void requestEnded(Query<?, ?> query, Account account, @Nullable Reason failed, Duration took) {
            requests.incrementAndGet();
        }
    }

    private static final class Throwing implements EmbedListener {
        @Override
        public void resultGiven(Query<?, ?> query, Account account, @Nullable Reason reason, Duration latency) {
            throw new IllegalStateException("a listener that breaks");
        }

        @Override
        public void requestEnded(Query<?, ?> query, Account account, @Nullable Reason failed, Duration took) {
            throw new IllegalStateException("a listener that breaks");
        }
    }
}
