package io.callport.kafka.publish;

import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.result.Publication;
import java.util.Comparator;

/**
 * The publication that ends one record's work.
 *
 * @param publication what to send
 * @param progress how far the record's partition has come
 * @param offset the record's offset
 * @param report what is reported once the delivery's fate is known
 */
public record Delivery(Publication publication, PartitionProgress progress, long offset, DeliveryReport report) {
    static final Comparator<Delivery> BY_OFFSET = Comparator.comparingLong(Delivery::offset);

    /** At most how many bytes it takes. */
    int size() {
        return publication.size();
    }

    /** The same delivery with another version of its record. */
    Delivery with(Publication other) {
        return new Delivery(other, progress, offset, report);
    }

    void committed() {
        report.committed(publication);
    }

    void dropped() {
        report.dropped();
    }
}
