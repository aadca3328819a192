package io.callport.switchboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * S7: requests that failed transiently, until the next {@link Switchboard#advance}: then their commands wait again in
 * their lanes, with exponential backoff and full jitter.
 */
final class RetryQueue<T> {
    /** Numbers that are spread as evenly as can be: each draw of one advance moves on by the golden ratio. */
    private static final double GOLDEN_RATIO = 0.618_033_988_749_895;

    private static final int MAX_DOUBLINGS = 40;

    private final RetryPolicy retries;
    private final List<Failed<T>> failed = new ArrayList<>();
    private double random;

    /**
     * A request that failed.
     *
     * @param notBefore the time before which the vendor does not want its query again
     */
    private record Failed<T>(InFlightRequest<T> request, long notBefore) {}

    RetryQueue(RetryPolicy retries) {
        this.retries = retries;
    }

    void add(InFlightRequest<T> request, @Nullable Duration retryAfter, long now) {
        request.lane.awaitRetry(now);
        failed.add(new Failed<>(request, now + (retryAfter == null ? 0 : retryAfter.toNanos())));
    }

    /**
     * Lets the commands that have no result yet wait again, those of each request for a random time.
     *
     * @param first the random number, from 0 to below 1, from which all times are drawn
     * @return how many commands wait again
     */
    int requeue(PendingCommands<T> pending, double first, long now) {
        random = first;
        int commands =
                failed.stream().mapToInt(retry -> requeue(retry, pending, now)).sum();
        failed.clear();
        return commands;
    }

    private int requeue(Failed<T> retry, PendingCommands<T> pending, long now) {
        InFlightRequest<T> request = retry.request;
        List<PendingCommand<T>> again =
                request.commands.stream().filter(pending::contains).toList();
        int failures = request.failures + 1;
        long notBefore = again.isEmpty() ? now : Math.max(now + backoff(failures), retry.notBefore);
        request.lane.requeue(request, again, notBefore, now);
        return again.size();
    }

    /** A random wait after that many failures in a row, in nanoseconds. */
    private long backoff(int failures) {
        random = (random + GOLDEN_RATIO) % 1;
        return (long) (random * (double) longestBackoff(retries.baseDelay(), retries.maxDelay(), failures));
    }

    /** The base, doubled with each failure after the first, but never more than the most; in nanoseconds. */
    static long longestBackoff(Duration base, Duration most, int failures) {
        int doublings = Math.min(Math.max(0, failures - 1), MAX_DOUBLINGS);
        double doubled = (double) base.toNanos() * Math.pow(2, doublings);
        return (long) Math.min(doubled, (double) most.toNanos());
    }
}
