package io.callport.switchboard.simulation;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs seeds on a thread of their own, so that a switchboard that never returns fails a test instead of stopping it.
 */
final class Watchdog {
    private Watchdog() {}

    static @Nullable String watch(LongSupplier progress, Duration timeout, Supplier<@Nullable String> work)
            throws Exception {
        FutureTask<@Nullable String> task = new FutureTask<>(work::get);
        Thread thread = new Thread(task, "simulation");
        thread.setDaemon(true);
        thread.start();
        long seen = Long.MIN_VALUE;
        while (true) {
            try {
                return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (progress.getAsLong() == seen) {
                    return "The switchboard spins with seed " + seen + " at " + where(thread);
                }
                seen = progress.getAsLong();
            }
        }
    }

    private static String where(Thread thread) {
        StringBuilder frames = new StringBuilder();
        for (StackTraceElement frame : thread.getStackTrace()) {
            frames.append("\n  ").append(frame);
        }
        return frames.toString();
    }
}
