package io.callport.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Settings are valid by construction; an error names the key and the remedy. */
class SettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void everyLimitIsAtLeastOne() {
        assertThat(new Limits(1, 1, 1, 1, 1).waiting()).isOne();
        refused("waiting-per-account: must be at least 1, but is 0", () -> new Limits(0, 1, 1, 1, 1));
        refused("waiting: must be at least 1, but is 0", () -> new Limits(1, 0, 1, 1, 1));
        refused("requests-per-account: must be at least 1, but is 0", () -> new Limits(1, 1, 0, 1, 1));
        refused("requests: must be at least 1, but is -1", () -> new Limits(1, 1, 1, -1, 1));
        refused("memory: must be at least 1, but is 0", () -> new Limits(1, 1, 1, 1, 0));
    }

    @Test
    void retriesWaitAtLeastTheirBaseAndHaveAtLeastOneAttempt() {
        assertThat(new RetryPolicy(SECOND, SECOND, 1).maxAttempts()).isOne();
        refused("retry.base: must be positive, as in PT0.5S", () -> new RetryPolicy(Duration.ZERO, SECOND, 1));
        refused("retry.base: must be positive, as in PT0.5S", () -> new RetryPolicy(SECOND.negated(), SECOND, 1));
        refused(
                "retry.max: must be at least retry.base, which is PT1S",
                () -> new RetryPolicy(SECOND, Duration.ofMillis(999), 1));
        refused("retry.attempts: must be at least 1, but is 0", () -> new RetryPolicy(SECOND, SECOND, 0));
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
