package io.callport.kafka.loop;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Gives other threads snapshots of what the loop's thread owns: the loop takes one between two turns, if a thread has asked and
 * once a second at most, however many ask. Thread-safe.
 */
final class SnapshotExchange {
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** A loop that is busy with Kafka may take longer; a thread that asks then gets the last snapshot. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final long patience;
    private volatile boolean requested;
    private volatile RawSnapshot last = RawSnapshot.empty();
    private volatile boolean taken;

    SnapshotExchange() {
        this(PATIENCE);
    }

    SnapshotExchange(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** A snapshot of the last second, or else the next one, or if the loop does not take one soon, the last one. */
    RawSnapshot get() {
        return fresh() ? last : request();
    }

    /** On the loop's thread: takes a snapshot if a thread has asked for one. */
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
        long until = System.nanoTime() + patience;
        long left = patience;
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
        return taken && System.nanoTime() - last.clock().nanos() < FRESH.toNanos();
    }
}
