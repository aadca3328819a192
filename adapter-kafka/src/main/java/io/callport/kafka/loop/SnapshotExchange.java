package io.callport.kafka.loop;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets others see what the loop's thread owns: it looks between two turns, if someone has asked and once a second at most,
 * however many ask. Thread-safe.
 */
final class SnapshotExchange {
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** A loop that is busy with Kafka may take longer; whoever asks then gets what was seen last. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final long patience;
    private volatile boolean asked;
    private volatile Glance last = Glance.none();
    private volatile boolean seen;

    SnapshotExchange() {
        this(PATIENCE);
    }

    SnapshotExchange(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** What was seen within the last second, or else when the loop next looks, or if it does not look soon, the last time. */
    Glance glance() {
        return fresh() ? last : ask();
    }

    /** On the loop's thread: looks if someone has asked. */
    void answer(Supplier<Glance> look) {
        if (asked) {
            Glance glance = look.get();
            synchronized (this) {
                asked = false;
                last = glance;
                seen = true;
                notifyAll();
            }
        }
    }

    private synchronized Glance ask() {
        long until = System.nanoTime() + patience;
        long left = patience;
        while (!fresh() && left > 0) {
            asked = true;
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            left = until - System.nanoTime();
        }
        return last;
    }

    private boolean fresh() {
        return seen && System.nanoTime() - last.clock().nanos() < FRESH.toNanos();
    }
}
