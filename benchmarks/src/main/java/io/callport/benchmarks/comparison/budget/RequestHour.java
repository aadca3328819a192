package io.callport.benchmarks.comparison.budget;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;

/**
 * The requests of an account as its vendor sees them. Each request takes 0.1 s. The moment at which it reaches the
 * vendor is random within that time, but the same for every contender: the nth request meets the nth network delay.
 */
final class RequestHour {
    static final Duration LENGTH = Duration.ofHours(1);
    static final Duration LATENCY = Duration.ofMillis(100);

    private static final int BUDGET = 20;
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private final Random network;
    private final List<Long> starts = new ArrayList<>();
    private final List<Long> arrivals = new ArrayList<>();

    RequestHour(long seed) {
        this.network = new Random(seed);
    }

    /** Starts a request; returns the time at which the request ends. */
    long request(long startedAt) {
        long onTheWay = (long) (network.nextDouble() * LATENCY.toNanos());
        if (startedAt < LENGTH.toNanos()) {
            starts.add(startedAt);
            arrivals.add(startedAt + onTheWay);
        }
        return startedAt + LATENCY.toNanos();
    }

    /** The share of 20 a minute that was started within the hour, in percent. */
    double usedPercent() {
        return 100.0 * arrivals.size() / (BUDGET * LENGTH.toMinutes());
    }

    /** Counts the requests that arrived with 20 others in the minute before. */
    long violations() {
        return beyond(arrivals);
    }

    /** Counts the same violations for a network that delays all requests equally. */
    long violationsOfAnEvenNetwork() {
        return beyond(starts);
    }

    /** The largest number of arrivals in any minute. */
    int mostInAnyWindow() {
        return counts(arrivals).stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static long beyond(List<Long> times) {
        return counts(times).stream().filter(count -> count > BUDGET).count();
    }

    /** Counts, for each time, the arrivals in the half-open window that ends at that time. */
    private static List<Integer> counts(List<Long> times) {
        Queue<Long> window = new ArrayDeque<>();
        List<Integer> counts = new ArrayList<>();
        for (long arrival : times.stream().sorted().toList()) {
            while (!window.isEmpty() && window.peek() <= arrival - WINDOW) {
                window.poll();
            }
            window.add(arrival);
            counts.add(window.size());
        }
        return counts;
    }
}
