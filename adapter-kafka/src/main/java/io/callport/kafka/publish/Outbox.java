package io.callport.kafka.publish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Deliveries that wait to be published, in order. A transaction holds at most 5,000 records and 8 MiB, or one larger record: the number of
 * records hardly changes its cost, but a transaction with a great many bytes takes minutes and then times out. The rest
 * goes next turn.
 */
public final class Outbox {
    static final int MOST_RECORDS = 5_000;
    private static final int MOST_BYTES = 8 << 20;

    private static final int FULL_RECORDS = 10_000;
    private static final long FULL_BYTES = 32L << 20;

    private final Deque<Delivery> waiting = new ArrayDeque<>();
    private long bytes;

    /** Adds a delivery behind all others. */
    public void add(Delivery delivery) {
        waiting.addLast(delivery);
        bytes += delivery.size();
    }

    /** Adds deliveries behind all others. */
    public void addAll(List<Delivery> deliveries) {
        deliveries.forEach(this::add);
    }

    /** Puts deliveries before all others: those that were taken out and not published, or that must go first. */
    void putBack(List<Delivery> deliveries) {
        for (int i = deliveries.size() - 1; i >= 0; i--) {
            waiting.addFirst(deliveries.get(i));
            bytes += deliveries.get(i).size();
        }
    }

    /** Whether the outbox is so full that no record should be read: it holds a backlog, or results that Kafka refuses. */
    public boolean full() {
        return waiting.size() >= FULL_RECORDS || bytes >= FULL_BYTES;
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Drops the deliveries that another instance has to publish. */
    public void removeIf(Predicate<Delivery> which) {
        waiting.stream().filter(which).forEach(Delivery::dropped);
        waiting.removeIf(which);
        bytes = waiting.stream().mapToLong(Delivery::size).sum();
    }

    /** Removes and returns the deliveries of the next transaction. */
    List<Delivery> take() {
        if (waiting.size() > MOST_RECORDS) {
            sortByOffset();
        }
        List<Delivery> taken = new ArrayList<>();
        long size = 0;
        for (Delivery next = waiting.peekFirst(); next != null; next = waiting.peekFirst()) {
            size += next.size();
            if (!taken.isEmpty() && (taken.size() == MOST_RECORDS || size > MOST_BYTES)) {
                break;
            }
            taken.add(waiting.removeFirst());
        }
        bytes -= taken.stream().mapToLong(Delivery::size).sum();
        return taken;
    }

    /** Brings deliveries of near offsets together where there are more than one transaction's: they share state records. */
    private void sortByOffset() {
        List<Delivery> sorted = new ArrayList<>(waiting);
        sorted.sort(Delivery.BY_OFFSET);
        waiting.clear();
        waiting.addAll(sorted);
    }
}
