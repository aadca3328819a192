package io.callport.http.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.http.client.Wait.Cut;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final Watchdog watchdog = new Watchdog();

    @Test
    void aCutThatCameTooLateToBeNoticedLeavesNoInterrupt() {
        Wait wait = watchdog.begin(LONG);
        wait.cut(Cut.TIME);

        assertThat(wait.end()).isEqualTo(Cut.TIME);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aWaitThatHasEndedIsCutNoMore() {
        Wait wait = watchdog.begin(LONG);
        assertThat(wait.end()).isNull();
        wait.cut(Cut.TIME);
        watchdog.close();

        assertThat(wait.end()).isNull();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void theFirstCutCounts() {
        Wait wait = watchdog.begin(LONG);
        watchdog.close();
        wait.cut(Cut.TIME);

        assertThat(wait.end()).isEqualTo(Cut.CLOSED);
    }

    @Test
    void someoneElsesInterruptStays() {
        Wait wait = watchdog.begin(LONG);
        Thread.currentThread().interrupt();

        assertThat(wait.end()).isNull();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whoeverBeginsAfterTheCloseIsCutAtOnce() {
        watchdog.close();

        assertThat(watchdog.begin(LONG).end()).isEqualTo(Cut.CLOSED);
    }
}
