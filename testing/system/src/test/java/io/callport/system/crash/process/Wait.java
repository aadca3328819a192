package io.callport.system.crash.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Waits for conditions and times. */
public final class Wait {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private Wait() {}

    /** Waits until a condition holds or the time is up. */
    public static boolean until(Duration timeout, BooleanSupplier condition) {
        long until = System.nanoTime() + timeout.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
        return true;
    }

    /** Waits until a condition holds, or a number has not grown for that long. */
    public static boolean whileItGrows(IntSupplier number, Duration timeout, BooleanSupplier condition) {
        int before;
        do {
            before = number.getAsInt();
            if (until(timeout, condition)) {
                return true;
            }
        } while (number.getAsInt() > before);
        return false;
    }

    /** Waits for a time that is part of the schedule. */
    public static void pause(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
