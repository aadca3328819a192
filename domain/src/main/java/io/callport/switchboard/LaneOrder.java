package io.callport.switchboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lanes in the order of a number, the lowest first, and of two with the same number the one that got it first: a heap, in
 * arrays, so that a change among very many lanes touches little memory. O(log n) each.
 */
final class LaneOrder<T> {
    private static final int SMALLEST = 16;

    private final List<Place<T>> places = new ArrayList<>();
    private long[] ranks = new long[SMALLEST];
    private long[] numbers = new long[SMALLEST];
    private long lastNumber;

    /** Where a lane stands in one order. */
    static final class Place<T> {
        private static final int NOWHERE = -1;

        private final Lane<T> lane;
        private int index = NOWHERE;

        Place(Lane<T> lane) {
            this.lane = lane;
        }
    }

    /** Puts a lane where its rank belongs; behind others of the same rank, if it changed. */
    void set(Place<T> place, long rank) {
        if (place.index == Place.NOWHERE) {
            place.index = places.size();
            places.add(place);
            makeRoom();
        } else if (ranks[place.index] == rank) {
            return;
        }
        settle(place, rank, ++lastNumber);
    }

    void remove(Place<T> place) {
        int index = place.index;
        if (index == Place.NOWHERE) {
            return;
        }
        place.index = Place.NOWHERE;
        int last = places.size() - 1;
        Place<T> moved = places.remove(last);
        if (moved != place) {
            moved.index = index;
            settle(moved, ranks[last], numbers[last]);
        }
    }

    /** Takes the first lane, if its rank is at most that. */
    @Nullable
    Lane<T> pollUpTo(long rank) {
        if (lowest() > rank || places.isEmpty()) {
            return null;
        }
        Place<T> first = places.get(0);
        remove(first);
        return first.lane;
    }

    /** The first lane; of two with the same rank not that one, if it can be helped. */
    @Nullable
    Lane<T> firstBut(Lane<T> spared) {
        if (places.isEmpty() || places.get(0).lane != spared) {
            return places.isEmpty() ? null : places.get(0).lane;
        }
        int next = lowerChild(0);
        boolean tie = next < places.size() && ranks[next] == ranks[0];
        return tie ? places.get(next).lane : spared;
    }

    /** The lowest rank; {@link Long#MAX_VALUE} if there is no lane. */
    long lowest() {
        return places.isEmpty() ? Long.MAX_VALUE : ranks[0];
    }

    /** Moves a lane from where it stands to where that rank belongs. */
    private void settle(Place<T> place, long rank, long number) {
        int index = place.index;
        while (index > 0 && before(rank, number, parent(index))) {
            index = move(parent(index), index);
        }
        int child = lowerChild(index);
        while (child < places.size() && !before(rank, number, child)) {
            index = move(child, index);
            child = lowerChild(index);
        }
        put(index, place, rank, number);
    }

    private boolean before(long rank, long number, int other) {
        return rank != ranks[other] ? rank < ranks[other] : number < numbers[other];
    }

    private int lowerChild(int index) {
        int left = 2 * index + 1;
        int right = left + 1;
        return right < places.size() && before(ranks[right], numbers[right], left) ? right : left;
    }

    private static int parent(int index) {
        return (index - 1) / 2;
    }

    private int move(int from, int to) {
        put(to, places.get(from), ranks[from], numbers[from]);
        return from;
    }

    private void put(int index, Place<T> place, long rank, long number) {
        places.set(index, place);
        ranks[index] = rank;
        numbers[index] = number;
        place.index = index;
    }

    private void makeRoom() {
        if (places.size() > ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * ranks.length);
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
    }
}
