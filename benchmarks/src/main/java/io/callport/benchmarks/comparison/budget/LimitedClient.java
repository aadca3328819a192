package io.callport.benchmarks.comparison.budget;

import io.callport.benchmarks.contender.limiter.Limiter;
import io.callport.benchmarks.contender.limiter.SimulatedClock;
import java.util.PriorityQueue;

/** A client that asks its limiter before every request, and has four requests in flight at most, as Callport does. */
final class LimitedClient {
    private static final int REQUESTS = 4;

    private LimitedClient() {}

    static RequestHour run(Limiter limiter, long seed) {
        RequestHour hour = new RequestHour(seed);
        SimulatedClock clock = new SimulatedClock();
        PriorityQueue<Long> ends = new PriorityQueue<>();
        while (clock.nanos() < RequestHour.LENGTH.toNanos()) {
            limiter.acquire(clock);
            ends.add(hour.request(clock.nanos()));
            if (ends.size() == REQUESTS) {
                clock.sleep(ends.remove() - clock.nanos());
            }
        }
        return hour;
    }
}
