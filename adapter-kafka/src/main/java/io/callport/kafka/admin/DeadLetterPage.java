package io.callport.kafka.admin;

import io.callport.kafka.record.InboundRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The newest of the chosen dead letters.
 *
 * @param entries the newest, in the order of their timestamps
 * @param total the number of chosen dead letters
 */
public record DeadLetterPage(List<Entry> entries, long total) {
    public DeadLetterPage {
        entries = List.copyOf(entries);
    }

    /**
     * A dead letter on the page.
     *
     * @param letter the dead letter, with no more than the beginning of its key, its value and the headers about it
     * @param keyBytes the size of the whole key
     * @param valueBytes the size of the whole value
     */
    public record Entry(DeadLetter letter, int keyBytes, int valueBytes) {
        private static final Comparator<Entry> OLDEST_FIRST = Comparator.comparing(
                entry -> entry.letter.record(),
                Comparator.comparingLong(InboundRecord::timestamp)
                        .thenComparingInt(InboundRecord::partition)
                        .thenComparingLong(InboundRecord::offset));

        private static final int BEGINNING = 1_024;

        static Entry of(DeadLetter letter) {
            return new Entry(letter.beginning(BEGINNING), length(letter.key()), length(letter.value()));
        }

        private static int length(byte @Nullable [] bytes) {
            return bytes == null ? 0 : bytes.length;
        }
    }

    /** Collects a page, and never holds more entries than it shows. */
    static final class Builder {
        private final int limit;
        private final PriorityQueue<Entry> newest = new PriorityQueue<>(Entry.OLDEST_FIRST);
        private long total;

        Builder(int limit) {
            this.limit = limit;
        }

        void add(Entry entry) {
            total++;
            newest.add(entry);
            if (newest.size() > limit) {
                newest.remove();
            }
        }

        DeadLetterPage build() {
            List<Entry> sorted = new ArrayList<>(newest);
            sorted.sort(Entry.OLDEST_FIRST);
            return new DeadLetterPage(sorted, total);
        }
    }
}
