package io.callport.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.callport.http.transport.InterruptibleWait.Cause;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InterruptibleWaitTest {
    private final Watchdog watchdog = new Watchdog(Duration.ofHours(1));

    @Test
    void anInterruptThatCameTooLateToBeNoticedLeavesNone() {
        InterruptibleWait wait = watchdog.begin();
        wait.interrupt(Cause.TIMEOUT);

        assertThat(wait.end()).isEqualTo(Cause.TIMEOUT);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aWaitThatHasEndedIsInterruptedNoMore() {
        InterruptibleWait wait = watchdog.begin();
        assertThat(wait.end()).isNull();
        wait.interrupt(Cause.TIMEOUT);
        watchdog.close();

        assertThat(wait.end()).isNull();
        assertThat(Thread.interrupted()).isFalse();
    }

    /** The watchdog has looked for the first one alone when it begins. */
    @Test
    void eachIsInterruptedWhenItsOwnTimeIsUp() {
        try (Watchdog quick = new Watchdog(Duration.ofMillis(50))) {
            for (int i = 0; i < 3; i++) {
                quick.begin().end();
                long began = System.nanoTime();
                InterruptibleWait wait = quick.begin();

                assertThatExceptionOfType(InterruptedException.class)
                        .isThrownBy(() -> new CountDownLatch(1).await(1, TimeUnit.MINUTES));
                assertThat(wait.end()).isEqualTo(Cause.TIMEOUT);
                assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(50_000_000);
            }
        }
    }

    @Test
    void theFirstInterruptCounts() {
        InterruptibleWait wait = watchdog.begin();
        watchdog.close();
        wait.interrupt(Cause.TIMEOUT);

        assertThat(wait.end()).isEqualTo(Cause.CLOSED);
    }

    @Test
    void someoneElsesInterruptStays() {
        InterruptibleWait wait = watchdog.begin();
        Thread.currentThread().interrupt();

        assertThat(wait.end()).isNull();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aWaitThatBeginsAfterTheCloseIsInterruptedAtOnce() {
        watchdog.close();

        assertThat(watchdog.begin().end()).isEqualTo(Cause.CLOSED);
    }
}
