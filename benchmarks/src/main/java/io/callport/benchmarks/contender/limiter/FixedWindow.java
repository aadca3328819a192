package io.callport.benchmarks.contender.limiter;

import java.time.Duration;

/**
 * A counter that is zero again each minute, as many gateways implement it and as a programmer writes it in five
 * minutes.
 */
public final class FixedWindow implements Limiter {
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private long window;
    private int made;

    @Override
    public void acquire(SimulatedClock clock) {
        long current = clock.nanos() / WINDOW;
        if (current == window && made == 20) {
            clock.sleep((current + 1) * WINDOW - clock.nanos());
            current++;
        }
        made = current == window ? made + 1 : 1;
        window = current;
    }
}
