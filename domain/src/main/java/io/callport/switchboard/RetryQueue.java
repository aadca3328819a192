package io.callport.switchboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * S7: requests that failed transiently, until the next {@link Switchboard#advance}: then their commands wait again in their
 * lanes, with exponential backoff and full jitter.
 */
final class RetryQueue<T> {
    /** Numbers that are spread as evenly as can be: each draw of one advance moves on by the golden ratio. */
    private static final double GOLDEN_RATIO = 0.618_033_988_749_895;

    private static final int MOST_DOUBLINGS = 40;

    private final Retries retries;
    private final List<InFlightRequest<T>> failed = new ArrayList<>();
    private double random;

    RetryQueue(Retries retries) {
        this.retries = retries;
    }

    void add(InFlightRequest<T> request, long now) {
        request.lane.awaitRetry(now);
        failed.add(request);
    }

    /**
     * Lets the commands that have no result yet wait again, those of each request for a random time.
     *
     * @param first the random number, from 0 to below 1, from which all times are drawn
     * @return how many commands wait again
     */
    int requeue(PendingCommands<T> pending, double first, long now) {
        random = first;
        int commands = failed.stream()
                .mapToInt(request -> requeue(request, pending, now))
                .sum();
        failed.clear();
        return commands;
    }

    private int requeue(InFlightRequest<T> request, PendingCommands<T> pending, long now) {
        List<PendingCommand<T>> again =
                request.commands.stream().filter(pending::contains).toList();
        int failures = request.failures + 1;
        request.lane.requeue(request, again, again.isEmpty() ? now : now + backoff(failures), now);
        return again.size();
    }

    /** A random wait after that many failures in a row, in nanoseconds. */
    private long backoff(int failures) {
        random = (random + GOLDEN_RATIO) % 1;
        return (long) (random * (double) longestBackoff(retries.base(), retries.max(), failures));
    }

    /** The base, doubled with each failure after the first, but never more than the most; in nanoseconds. */
    static long longestBackoff(Duration base, Duration most, int failures) {
        int doublings = Math.min(Math.max(0, failures - 1), MOST_DOUBLINGS);
        double doubled = (double) base.toNanos() * Math.pow(2, doublings);
        return (long) Math.min(doubled, (double) most.toNanos());
    }
}
