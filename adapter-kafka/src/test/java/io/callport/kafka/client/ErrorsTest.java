package io.callport.kafka.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** No thread dies alone: an error reaches the handler of uncaught exceptions. */
class ErrorsTest {
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
                Errors.reported(() -> {
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
        Runnable task = Errors.reported(() -> {
            throw new IllegalStateException("test");
        });
        assertThatThrownBy(task::run).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void kafkasThreadsGetTheDefaultHandler() throws InterruptedException {
        UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        UncaughtExceptionHandler ours = (thread, thrown) -> uncaught.add(thrown);
        CountDownLatch end = new CountDownLatch(1);
        Thread kafka = DaemonThreads.named("kafka-producer-network-thread | test")
                .newThread(() -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        kafka.setUncaughtExceptionHandler((thread, thrown) -> {});
        kafka.start();
        try {
            Thread.setDefaultUncaughtExceptionHandler(ours);
            Errors.watchKafkaThreads();
            assertThat(kafka.getUncaughtExceptionHandler()).isSameAs(ours);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
            end.countDown();
            kafka.join();
        }
    }
}
