package io.callport.kafka.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.callinfo.LookupQuery;
import io.callport.kafka.result.AnswerJson;
import io.callport.kafka.settings.SipPasswords;
import io.callport.kafka.settings.VendorFieldsInResults;
import io.callport.kafka.tracing.Tracing;
import io.callport.memory.AnswerMemory;
import io.callport.memory.MemoryLedger;
import io.callport.query.Outcome;
import io.callport.query.Ports;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.switchboard.Request;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RequestRunnerTest {
    private static final AnswerMemory MEMORY = new MemoryLedger(1 << 20).answers();
    private static final AnswerJson ANSWERS = AnswerJson.with(SipPasswords.REDACT, VendorFieldsInResults.KEEP);
    private static final Request REQUEST = new Request(1, Account.parse("callbot:b"), new LookupQuery("1", "k", 1), 1);

    @Test
    @Timeout(300)
    void aRequestThatBreaksDownEndsAndItsErrorIsReportedOnce() {
        Queue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> thrown.add(e));
        Function<String, Ports> broken = vendor -> {
            throw new AssertionError("as planned");
        };
        try (RequestRunner workers = new RequestRunner(broken, new SafeTracing(Tracing.NONE), ANSWERS, 4, MEMORY)) {
            workers.start(REQUEST, System.nanoTime() + 10_000_000_000L, List.of());
            RequestRunner.Ended ended = workers.poll();
            while (ended == null) {
                LockSupport.parkNanos(1_000_000);
                ended = workers.poll();
            }
            assertThat(ended.outcome())
                    .isInstanceOf(Outcome.Failed.class)
                    .asString()
                    .contains("VENDOR_UNAVAILABLE", "The request broke down inside Callport");
            LockSupport.parkNanos(100_000_000); // it would be thrown after it was reported
            assertThat(thrown).singleElement().asString().contains("as planned");
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(null);
        }
    }

    @Test
    @Timeout(300)
    void aRequestThatNoThreadCanBeStartedForIsNotMade() {
        List<Throwable> thrown = List.of(
                new OutOfMemoryError("unable to create native thread"),
                new RejectedExecutionException(),
                new AssertionError("an executor that breaks"));
        for (Throwable failure : thrown) {
            RequestRunner runner = new RequestRunner(
                    RequestRunnerTest::noPorts,
                    new SafeTracing(Tracing.NONE),
                    ANSWERS,
                    task -> {
                        RequestRunnerTest.<RuntimeException>raise(failure);
                    },
                    MEMORY);
            runner.start(REQUEST, System.nanoTime() + 10_000_000_000L, List.of());
            RequestRunner.Ended ended = runner.poll();

            assertThat(ended.outcome().failure().sent()).isEqualTo(Sent.NO);
            assertThat(ended.outcome().failure().reason()).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            assertThat(runner.poll()).isNull();
        }
    }

    @Test
    @Timeout(300)
    void moreRequestsThanMayBeAreNotMadeAndHaveNoThread() {
        CountDownLatch held = new CountDownLatch(1);
        Function<String, Ports> slow = vendor -> {
            await(held);
            return noPorts(vendor);
        };
        try (RequestRunner runner = new RequestRunner(slow, new SafeTracing(Tracing.NONE), ANSWERS, 4, MEMORY)) {
            for (int i = 0; i < 100; i++) {
                runner.start(REQUEST, System.nanoTime() + 10_000_000_000L, List.of());
            }
            int notMade = 0;
            for (RequestRunner.Ended ended = runner.poll(); ended != null; ended = runner.poll()) {
                assertThat(ended.outcome().failure().sent()).isEqualTo(Sent.NO);
                notMade++;
            }
            assertThat(notMade).isEqualTo(93);
            held.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static Ports noPorts(String vendor) {
        throw new IllegalStateException("no ports for " + vendor);
    }
}
