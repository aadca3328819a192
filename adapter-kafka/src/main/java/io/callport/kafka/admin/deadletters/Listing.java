package io.callport.kafka.admin.deadletters;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The newest of the chosen dead letters.
 *
 * @param newest oldest of them first
 * @param chosen how many there are in all
 */
public record Listing(List<ListedLetter> newest, long chosen) {
    /** Copies the list. */
    public Listing {
        newest = List.copyOf(newest);
    }

    /** Gathers them, never more than it shows. */
    static final class Gathering {
        private final int most;
        private final PriorityQueue<ListedLetter> newest = new PriorityQueue<>(ListedLetter.OLDEST_FIRST);
        private long chosen;

        Gathering(int most) {
            this.most = most;
        }

        void add(ListedLetter letter) {
            chosen++;
            newest.add(letter);
            if (newest.size() > most) {
                newest.remove();
            }
        }

        Listing done() {
            List<ListedLetter> sorted = new ArrayList<>(newest);
            sorted.sort(ListedLetter.OLDEST_FIRST);
            return new Listing(sorted, chosen);
        }
    }
}
