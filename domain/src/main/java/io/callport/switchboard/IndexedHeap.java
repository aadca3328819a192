package io.callport.switchboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elements by rank, the lowest first; of two with the same rank, the one that got it first is first. A binary heap
 * whose entries know their index, so that each can be moved or removed in O(log n). It is kept in arrays, so that a
 * change among very many elements touches little memory.
 */
final class IndexedHeap<E> {
    private static final int MIN_CAPACITY = 16;

    private final List<Entry<E>> entries = new ArrayList<>();
    private long[] ranks = new long[MIN_CAPACITY];
    private long[] numbers = new long[MIN_CAPACITY];
    private long lastNumber;

    /** An element's entry in one heap, with its index there. */
    static final class Entry<E> {
        private static final int NOWHERE = -1;

        private final E element;
        private int index = NOWHERE;

        Entry(E element) {
            this.element = element;
        }
    }

    /** Puts an entry where its rank belongs; behind others of the same rank, if its rank changed. */
    void set(Entry<E> entry, long rank) {
        if (entry.index == Entry.NOWHERE) {
            entry.index = entries.size();
            entries.add(entry);
            makeRoom();
        } else if (ranks[entry.index] == rank) {
            return;
        }
        sift(entry, rank, ++lastNumber);
    }

    void remove(Entry<E> entry) {
        int index = entry.index;
        if (index == Entry.NOWHERE) {
            return;
        }
        entry.index = Entry.NOWHERE;
        int last = entries.size() - 1;
        Entry<E> moved = entries.remove(last);
        if (moved != entry) {
            moved.index = index;
            sift(moved, ranks[last], numbers[last]);
        }
    }

    /** Removes the first element, if its rank is at most the given rank. */
    @Nullable
    E pollUpTo(long rank) {
        if (lowest() > rank || entries.isEmpty()) {
            return null;
        }
        Entry<E> first = entries.get(0);
        remove(first);
        return first.element;
    }

    /** The first element. If that is the avoided one and another element has the same rank, the other one. */
    @Nullable
    E firstAvoiding(E avoided) {
        if (entries.isEmpty() || entries.get(0).element != avoided) {
            return entries.isEmpty() ? null : entries.get(0).element;
        }
        int next = lowerChild(0);
        boolean tie = next < entries.size() && ranks[next] == ranks[0];
        return tie ? entries.get(next).element : avoided;
    }

    /** The lowest rank; {@link Long#MAX_VALUE} if there is no element. */
    long lowest() {
        return entries.isEmpty() ? Long.MAX_VALUE : ranks[0];
    }

    /** Moves an entry up or down from where it stands to where that rank belongs. */
    private void sift(Entry<E> entry, long rank, long number) {
        int index = entry.index;
        while (index > 0 && before(rank, number, parent(index))) {
            index = move(parent(index), index);
        }
        int child = lowerChild(index);
        while (child < entries.size() && !before(rank, number, child)) {
            index = move(child, index);
            child = lowerChild(index);
        }
        put(index, entry, rank, number);
    }

    private boolean before(long rank, long number, int other) {
        return rank != ranks[other] ? rank < ranks[other] : number < numbers[other];
    }

    private int lowerChild(int index) {
        int left = 2 * index + 1;
        int right = left + 1;
        return right < entries.size() && before(ranks[right], numbers[right], left) ? right : left;
    }

    private static int parent(int index) {
        return (index - 1) / 2;
    }

    private int move(int from, int to) {
        put(to, entries.get(from), ranks[from], numbers[from]);
        return from;
    }

    private void put(int index, Entry<E> entry, long rank, long number) {
        entries.set(index, entry);
        ranks[index] = rank;
        numbers[index] = number;
        entry.index = index;
    }

    private void makeRoom() {
        if (entries.size() > ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * ranks.length);
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
    }
}
