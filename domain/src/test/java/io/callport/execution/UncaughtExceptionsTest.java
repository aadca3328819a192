package io.callport.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** An error that ends a thread reaches the handler of uncaught exceptions. */
class UncaughtExceptionsTest {
    private final List<Throwable> uncaught = new ArrayList<>();

    @Test
    void anErrorInAScheduledTaskReachesTheHandler() throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = DaemonThreads.named("schedule").newThread(task);
            made.setUncaughtExceptionHandler((of, thrown) -> {
                uncaught.add(thrown);
                reached.countDown();
            });
            return made;
        });
        OutOfMemoryError error = new OutOfMemoryError("test");
        var unused = thread.scheduleWithFixedDelay(
                UncaughtExceptions.reportingErrors(() -> {
                    throw error;
                }),
                0,
                1,
                TimeUnit.SECONDS);
        assertThat(reached.await(60, TimeUnit.SECONDS)).isTrue();
        thread.shutdownNow();
        assertThat(uncaught).containsExactly(error);
    }

    @Test
    void anExceptionIsLeftToItsTask() {
        Runnable task = UncaughtExceptions.reportingErrors(() -> {
            throw new IllegalStateException("test");
        });
        assertThatThrownBy(task::run).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aHandlerThatThrowsIsNoReasonToThrow() throws InterruptedException {
        IllegalStateException thrown = new IllegalStateException("reported");
        RuntimeException ofHandler = new RuntimeException("the handler's");
        AtomicBoolean wentOn = new AtomicBoolean();
        Thread thread = DaemonThreads.named("reporting").newThread(() -> {
            UncaughtExceptions.report(thrown);
            wentOn.set(true);
        });
        thread.setUncaughtExceptionHandler((of, unused) -> {
            throw ofHandler;
        });
        thread.start();
        thread.join();
        assertThat(wentOn).isTrue();
        assertThat(thrown.getSuppressed()).containsExactly(ofHandler);
    }
}
