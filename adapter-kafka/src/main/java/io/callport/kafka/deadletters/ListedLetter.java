package io.callport.kafka.deadletters;

import io.callport.kafka.message.DeadLetter;
import io.callport.kafka.message.InboundRecord;
import io.callport.kafka.message.RecordHeader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of a dead letter.
 *
 * @param letter it, with no more than the beginning of its key and value
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
        List<RecordHeader> headers = record.headers().stream()
                .filter(header -> length(header.value()) <= BEGINNING)
                .toList();
        InboundRecord beginning = new InboundRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                beginning(record.key()),
                beginning(record.value()),
                headers);
        return new ListedLetter(new DeadLetter(beginning), length(record.key()), length(record.value()));
    }

    private static byte @Nullable [] beginning(byte @Nullable [] bytes) {
        return bytes == null || bytes.length <= BEGINNING ? bytes : Arrays.copyOf(bytes, BEGINNING);
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }
}
