package io.callport.kafka.publish;

import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.result.Publication;
import java.util.Comparator;

/**
 * The publication that ends one record's work.
 *
 * @param publication the publication to send
 * @param progress the progress of the record's partition
 * @param offset the record's offset
 * @param report receives the end of the delivery
 */
public record Delivery(Publication publication, PartitionProgress progress, long offset, DeliveryReport report) {
    static final Comparator<Delivery> BY_OFFSET = Comparator.comparingLong(Delivery::offset);

    /** The most bytes that the delivery takes. */
    int size() {
        return publication.size();
    }

    /** A copy with another version of the record. */
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
