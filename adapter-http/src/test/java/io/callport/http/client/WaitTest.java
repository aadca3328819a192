package io.callport.http.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.callport.http.client.Wait.Cut;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WaitTest {
    private final Watchdog watchdog = new Watchdog(Duration.ofHours(1));

    @Test
    void aCutThatCameTooLateToBeNoticedLeavesNoInterrupt() {
        Wait wait = watchdog.begin();
        wait.cut(Cut.TIME);

        assertThat(wait.end()).isEqualTo(Cut.TIME);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aWaitThatHasEndedIsCutNoMore() {
        Wait wait = watchdog.begin();
        assertThat(wait.end()).isNull();
        wait.cut(Cut.TIME);
        watchdog.close();

        assertThat(wait.end()).isNull();
        assertThat(Thread.interrupted()).isFalse();
    }

    /** The watchdog has looked for the first one alone when it begins. */
    @Test
    void eachIsCutWhenItsOwnTimeIsUp() {
        try (Watchdog quick = new Watchdog(Duration.ofMillis(50))) {
            for (int i = 0; i < 3; i++) {
                quick.begin().end();
                long began = System.nanoTime();
                Wait wait = quick.begin();

                assertThatExceptionOfType(InterruptedException.class)
                        .isThrownBy(() -> new CountDownLatch(1).await(1, TimeUnit.MINUTES));
                assertThat(wait.end()).isEqualTo(Cut.TIME);
                assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(50_000_000);
            }
        }
    }

    @Test
    void theFirstCutCounts() {
        Wait wait = watchdog.begin();
        watchdog.close();
        wait.cut(Cut.TIME);

        assertThat(wait.end()).isEqualTo(Cut.CLOSED);
    }

    @Test
    void someoneElsesInterruptStays() {
        Wait wait = watchdog.begin();
        Thread.currentThread().interrupt();

        assertThat(wait.end()).isNull();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whoeverBeginsAfterTheCloseIsCutAtOnce() {
        watchdog.close();

        assertThat(watchdog.begin().end()).isEqualTo(Cut.CLOSED);
    }
}
