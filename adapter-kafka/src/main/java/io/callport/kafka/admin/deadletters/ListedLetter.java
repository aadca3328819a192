package io.callport.kafka.admin.deadletters;

import io.callport.kafka.record.InboundRecord;
import io.callport.kafka.result.DeadLetter;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of a dead letter.
 *
 * @param letter it, with no more than the beginning of its key, its value and the headers about it
 * @param keyBytes how many bytes its key has
 * @param valueBytes how many bytes its value has
 */
public record ListedLetter(DeadLetter letter, int keyBytes, int valueBytes) {
    static final Comparator<ListedLetter> OLDEST_FIRST = Comparator.comparing(
            listed -> listed.letter.record(),
            Comparator.comparingLong(InboundRecord::timestamp)
                    .thenComparingInt(InboundRecord::partition)
                    .thenComparingLong(InboundRecord::offset));

    private static final int BEGINNING = 1_024;

    static ListedLetter of(DeadLetter letter) {
        InboundRecord record = letter.record();
        return new ListedLetter(letter.beginning(BEGINNING), length(record.key()), length(record.value()));
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
