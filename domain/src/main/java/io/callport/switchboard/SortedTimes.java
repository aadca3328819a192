package io.callport.switchboard;

import java.util.Arrays;

/**
 * Times in order, from the first on, in an array: a time that is added last, as most are, costs O(1), and so does the
 * removal of the first; a search costs O(log n).
 */
final class SortedTimes {
    private static final int MIN_CAPACITY = 4;

    private long[] times = new long[MIN_CAPACITY];
    private int first;
    private int end;

    int size() {
        return end - first;
    }

    boolean isEmpty() {
        return first == end;
    }

    /** The time at an index, from 0 for the earliest. */
    long get(int index) {
        return times[first + index];
    }

    /** @param time less than {@link Long#MAX_VALUE} */
    void add(long time) {
        makeRoom();
        int index = first + countBefore(time + 1); // behind equal times, of which there may be many
        System.arraycopy(times, index, times, index + 1, end - index);
        times[index] = time;
        end++;
    }

    long removeFirst() {
        return times[first++];
    }

    void clear() {
        first = 0;
        end = 0;
    }

    /** The number of times before a time. */
    int countBefore(long time) {
        int low = first;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - first;
    }

    /** Makes room behind the last time, and keeps no more than four times the room that is needed. */
    private void makeRoom() {
        if (end == times.length) {
            int size = size();
            times = Arrays.copyOfRange(times, first, first + Math.max(MIN_CAPACITY, 2 * size));
            first = 0;
            end = size;
        }
    }
}
