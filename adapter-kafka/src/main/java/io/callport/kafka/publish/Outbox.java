package io.callport.kafka.publish;

import io.callport.kafka.partition.PartitionProgress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries that wait to be published. A transaction holds at most 5,000 records and 8 MiB, or one larger record: the
 * number of records hardly changes its cost, but a transaction with a great many bytes takes minutes and then times
 * out. The rest goes next turn.
 *
 * <p>Partitions of commands take turns, and results that a vendor was asked for go before what is decided without a
 * request, of which there may be a flood: dead letters, re-routed commands, refusals. The latter have a tenth of each
 * transaction for themselves, and at most 1,000 records of it. Deliveries whose destination takes no records are
 * blocked, and keep no others waiting. One thread owns the outbox.
 */
public final class Outbox {
    static final int MAX_RECORDS = 5_000;
    private static final int MAX_BYTES = 8 << 20;

    /**
     * The most deliveries without a request in a transaction: these often come as a flood, and others wait for its
     * transactions.
     */
    private static final int MAX_UNREQUESTED = 1_000;

    private final Map<PartitionProgress, Waiting> waiting = new LinkedHashMap<>();
    private final Map<TopicPartition, Deque<Delivery>> blocked = new HashMap<>();
    private final SharedWeight weight = new SharedWeight();
    private final SharedWeight blockedWeight = new SharedWeight();
    private final long fullWeight;
    private int records;
    private long unwritableWeight; // of partitions whose deliveries could not be published at the last transaction
    private int rotation;

    /**
     * Makes an outbox without deliveries.
     *
     * @param fullWeight the bytes in memory from which on the outbox is full
     */
    public Outbox(long fullWeight) {
        this.fullWeight = fullWeight;
    }

    /**
     * The waiting deliveries of a partition of commands, in order; {@code records} and {@code weight} count blocked
     * ones too.
     */
    private static final class Waiting {
        private final Deque<Delivery> returned = new ArrayDeque<>();
        private final Deque<Delivery> requested = new ArrayDeque<>();
        private final Deque<Delivery> unrequested = new ArrayDeque<>();
        private final SharedWeight weight = new SharedWeight();
        private int records;

        int ready() {
            return returned.size() + requested.size() + unrequested.size();
        }

        /** Brings deliveries of near offsets together: they share state records. */
        void sort() {
            for (Deque<Delivery> queue : List.of(returned, requested, unrequested)) {
                List<Delivery> sorted = new ArrayList<>(queue);
                sorted.sort(Delivery.BY_OFFSET);
                queue.clear();
                queue.addAll(sorted);
            }
        }
    }

    /** Adds a delivery that was decided without a request: it goes behind results that a vendor was asked for. */
    public void addUnrequested(Delivery delivery) {
        waitingOf(delivery).unrequested.addLast(delivery);
        count(delivery, 1);
    }

    /** Adds a result that a vendor was asked for. */
    public void addRequested(Delivery delivery) {
        waitingOf(delivery).requested.addLast(delivery);
        count(delivery, 1);
    }

    /** Puts deliveries before all others: those that were taken out and not published, or that must go first. */
    void putBack(List<Delivery> deliveries) {
        for (int i = deliveries.size() - 1; i >= 0; i--) {
            waitingOf(deliveries.get(i)).returned.addFirst(deliveries.get(i));
            count(deliveries.get(i), 1);
        }
    }

    private Waiting waitingOf(Delivery delivery) {
        return waiting.computeIfAbsent(delivery.progress(), progress -> new Waiting());
    }

    private void count(Delivery delivery, int sign) {
        Waiting ofPartition = waitingOf(delivery);
        ofPartition.records += sign;
        ofPartition.weight.count(delivery, sign);
        records += sign;
        weight.count(delivery, sign);
    }

    /**
     * Whether the outbox is so full that no record should be read: it holds a backlog. What is blocked does not count.
     */
    public boolean full() {
        return weight.bytes() - blockedWeight.bytes() - unwritableWeight >= fullWeight;
    }

    /** The bytes that the deliveries take in memory; those that share an answer count it once. */
    public long weight() {
        return weight.bytes();
    }

    /**
     * Whether the outbox holds so much of one partition that no record of this partition should be read: more than its
     * share, blocked deliveries included.
     *
     * @param partitions the number of partitions that share the outbox
     */
    public boolean full(PartitionProgress progress, int partitions) {
        Waiting ofPartition = waiting.get(progress);
        int shares = 2 * Math.max(1, partitions); // one half is for what no partition has too much of
        return ofPartition != null && ofPartition.weight.bytes() >= fullWeight / shares;
    }

    public boolean isEmpty() {
        return records == 0;
    }

    /**
     * Whether a delivery waits that is not blocked.
     *
     * @param publishable the partitions whose deliveries may be published
     */
    boolean anyReady(Predicate<PartitionProgress> publishable) {
        return waiting.entrySet().stream()
                .anyMatch(entry -> entry.getValue().ready() > 0 && publishable.test(entry.getKey()));
    }

    /** Drops the deliveries that another instance has to publish. */
    public void removeIf(Predicate<Delivery> which) {
        waiting.values()
                .forEach(ofPartition -> List.of(ofPartition.returned, ofPartition.requested, ofPartition.unrequested)
                        .forEach(queue -> remove(queue, which)));
        blocked.values().forEach(deliveries -> {
            deliveries.stream().filter(which).forEach(delivery -> countBlocked(delivery, -1));
            remove(deliveries, which);
        });
        blocked.values().removeIf(Deque::isEmpty);
        waiting.values().removeIf(ofPartition -> ofPartition.records == 0);
    }

    private void remove(Deque<Delivery> deliveries, Predicate<Delivery> which) {
        for (Iterator<Delivery> all = deliveries.iterator(); all.hasNext(); ) {
            Delivery delivery = all.next();
            if (which.test(delivery)) {
                all.remove();
                count(delivery, -1);
                delivery.dropped();
            }
        }
    }

    /** Lets blocked deliveries go again whose destination takes them by now, or that have another destination. */
    void unblock(Function<Delivery, @Nullable Delivery> route) {
        blocked.values().forEach(deliveries -> {
            List<Delivery> unblocked =
                    deliveries.stream().filter(it -> route.apply(it) != null).toList();
            deliveries.removeAll(Set.copyOf(unblocked));
            for (int i = unblocked.size() - 1; i >= 0; i--) {
                countBlocked(unblocked.get(i), -1);
                waitingOf(unblocked.get(i)).unrequested.addFirst(unblocked.get(i));
            }
        });
        blocked.values().removeIf(Deque::isEmpty);
    }

    /**
     * Removes and returns the deliveries of the next transaction.
     *
     * @param publishable the partitions whose deliveries may be published
     * @param route the delivery as it can be published now; {@code null} if it is blocked
     */
    List<Delivery> drain(Predicate<PartitionProgress> publishable, Function<Delivery, @Nullable Delivery> route) {
        List<Waiting> rotated = new ArrayList<>();
        waiting.values().removeIf(each -> each.records == 0);
        unwritableWeight = 0;
        waiting.forEach((progress, each) -> {
            if (publishable.test(progress)) {
                rotated.add(each);
            } else {
                unwritableWeight += each.weight.bytes();
            }
        });
        if (rotated.isEmpty()) {
            return List.of();
        }
        if (records > MAX_RECORDS) {
            rotated.forEach(Waiting::sort);
        }
        Collections.rotate(rotated, rotation++);
        boolean unrequestedWait = rotated.stream().anyMatch(each -> !each.unrequested.isEmpty());
        BatchFiller taking = new BatchFiller(route);
        taking.from(rotated, each -> each.returned, 1, MAX_RECORDS);
        taking.from(rotated, each -> each.requested, unrequestedWait ? 0.9 : 1, MAX_RECORDS);
        taking.from(rotated, each -> each.unrequested, 1, MAX_UNREQUESTED);
        taking.from(rotated, each -> each.requested, 1, MAX_RECORDS);
        return taking.taken;
    }

    /** One transaction that is being filled. */
    private final class BatchFiller {
        private final Function<Delivery, @Nullable Delivery> route;
        private final List<Delivery> taken = new ArrayList<>();
        private long size;

        BatchFiller(Function<Delivery, @Nullable Delivery> route) {
            this.route = route;
        }

        /** Takes one of each partition in turn, until the transaction is filled to a part. */
        void from(List<Waiting> rotated, Function<Waiting, Deque<Delivery>> queue, double part, int most) {
            int end = taken.size() + most;
            List<Waiting> left = new ArrayList<>(rotated);
            while (!left.isEmpty()) {
                left.removeIf(each -> queue.apply(each).isEmpty());
                for (Waiting each : left) {
                    if (taken.size() >= end || !next(queue.apply(each), part)) {
                        return;
                    }
                }
            }
        }

        /** Takes or blocks the next delivery of a queue; false if there is no room for it. */
        private boolean next(Deque<Delivery> queue, double part) {
            Delivery first = queue.getFirst();
            Delivery routed = route.apply(first);
            if (routed == null) {
                block(queue.removeFirst());
                return true;
            }
            long larger = size + routed.size();
            if (!taken.isEmpty() && (taken.size() >= part * MAX_RECORDS || larger > part * MAX_BYTES)) {
                return false;
            }
            count(queue.removeFirst(), -1);
            taken.add(routed);
            size = larger;
            return true;
        }
    }

    private void block(Delivery delivery) {
        blocked.computeIfAbsent(
                        DestinationHealth.destination(delivery.publication()), destination -> new ArrayDeque<>())
                .addLast(delivery);
        countBlocked(delivery, 1);
    }

    private void countBlocked(Delivery delivery, int sign) {
        blockedWeight.count(delivery, sign);
    }

    /** The number of blocked deliveries, by their destination. */
    Map<TopicPartition, Integer> blocked() {
        Map<TopicPartition, Integer> counts = new HashMap<>();
        blocked.forEach((destination, deliveries) -> counts.put(destination, deliveries.size()));
        return counts;
    }
}
