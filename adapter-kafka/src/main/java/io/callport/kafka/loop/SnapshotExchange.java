package io.callport.kafka.loop;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Gives other threads snapshots of the state that the loop's thread owns: the loop takes a snapshot between two turns,
 * if a thread has requested one, and at most once a second, however many threads request one. Thread-safe.
 */
final class SnapshotExchange {
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** A loop that is busy with Kafka may take longer; a thread that waits in vain gets the last snapshot. */
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private final long timeout;
    private volatile boolean requested;
    private volatile RawSnapshot last = RawSnapshot.empty();
    private volatile boolean taken;

    SnapshotExchange() {
        this(TIMEOUT);
    }

    SnapshotExchange(Duration timeout) {
        this.timeout = timeout.toNanos();
    }

    /** A snapshot of the last second, or else the next snapshot, or the last one if the loop takes none soon. */
    RawSnapshot get() {
        return fresh() ? last : request();
    }

    /** Takes a snapshot, on the loop's thread, if another thread has requested one. */
    void offer(Supplier<RawSnapshot> snapshot) {
        if (requested) {
            RawSnapshot now = snapshot.get();
            synchronized (this) {
                requested = false;
                last = now;
                taken = true;
                notifyAll();
            }
        }
    }

    private synchronized RawSnapshot request() {
        long until = System.nanoTime() + timeout;
        long left = timeout;
        while (!fresh() && left > 0) {
            requested = true;
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
        return taken && System.nanoTime() - last.takenAt().nanos() < FRESH.toNanos();
    }
}
