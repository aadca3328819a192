package io.callport.sandbox.moor;

import java.util.ArrayDeque;
import java.util.Deque;

/** Lets at most so many arrivals into any half-open window of a length, exactly. Thread-safe. */
final class SlidingLimit {
    private final int most;
    private final long windowNanos;
    private final Deque<Long> admitted = new ArrayDeque<>();

    SlidingLimit(int most, long windowNanos) {
        this.most = most;
        this.windowNanos = windowNanos;
    }

    /**
     * Counts an arrival unless the window that ends with the arrival is full. Two arrivals that race are counted at the
     * time of the later.
     */
    synchronized boolean admits(long nanos) {
        long arrival = admitted.isEmpty() ? nanos : admitted.peekLast() + Math.max(0, nanos - admitted.peekLast());
        while (!admitted.isEmpty() && arrival - admitted.peekFirst() >= windowNanos) {
            admitted.removeFirst();
        }
        if (admitted.size() >= most) {
            return false;
        }
        admitted.addLast(arrival);
        return true;
    }
}
