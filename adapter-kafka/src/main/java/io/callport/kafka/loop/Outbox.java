package io.callport.kafka.loop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * What waits to be published, in order. A transaction holds at most 1,000 records or 8 MiB: larger ones take minutes and then
 * time out; the rest goes next turn.
 */
final class Outbox {
    private static final int MOST_RECORDS = 1_000;
    private static final int MOST_BYTES = 8 << 20;

    private final Deque<Delivery> waiting = new ArrayDeque<>();

    void add(Delivery delivery) {
        waiting.addLast(delivery);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void removeIf(Predicate<Delivery> which) {
        waiting.removeIf(which);
    }

    /** The next transaction's; they stay until {@link #published}. */
    List<Delivery> next() {
        List<Delivery> chunk = new ArrayList<>();
        long bytes = 0;
        for (Delivery delivery : waiting) {
            bytes += delivery.publication().record().size();
            if (!chunk.isEmpty() && (chunk.size() == MOST_RECORDS || bytes > MOST_BYTES)) {
                break;
            }
            chunk.add(delivery);
        }
        return chunk;
    }

    /** The first of those waiting were committed. */
    void published(List<Delivery> chunk) {
        chunk.forEach(delivery -> waiting.removeFirst());
    }
}
