package io.callport.webhook.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The time, as the receiver of callbacks needs it. Implementations are thread-safe. */
public interface WebhookClock {
    /** The time of day. */
    Instant now();

    /** Nanoseconds since some moment, for measuring: as {@link System#nanoTime()}. */
    long nanoTime();

    /** A future that completes after a delay; completing it earlier ends the wait. */
    CompletableFuture<@Nullable Void> after(Duration delay);

    /** The clock of this machine. */
    static WebhookClock system() {
        return new WebhookClock() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public CompletableFuture<@Nullable Void> after(Duration delay) {
                return new CompletableFuture<@Nullable Void>()
                        .completeOnTimeout(null, delay.toNanos(), TimeUnit.NANOSECONDS);
            }
        };
    }
}
