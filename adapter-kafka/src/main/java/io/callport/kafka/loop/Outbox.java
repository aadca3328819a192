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

    private static final int FULL_RECORDS = 10_000;
    private static final long FULL_BYTES = 32L << 20;

    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private long bytes;

    void add(Delivery delivery) {
        waiting.addLast(delivery);
        bytes += delivery.publication().record().size();
    }

    /** Whether it holds so much that nothing more should be read: records of a backlog, or what Kafka does not take. */
    boolean full() {
        return waiting.size() >= FULL_RECORDS || bytes >= FULL_BYTES;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void removeIf(Predicate<Delivery> which) {
        waiting.removeIf(which);
        recount();
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
        recount();
    }

    /** Publications shrink while they wait, so sizes are not kept with them. */
    private void recount() {
        bytes = waiting.stream()
                .mapToLong(delivery -> delivery.publication().record().size())
                .sum();
    }
}
