package io.callport.kafka.publish;

import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.result.Publication;
import java.util.Comparator;

/**
 * A publication, with the record of a command topic that it completes.
 *
 * @param publication the publication to send
 * @param progress the progress of the record's partition
 * @param offset the record's offset
 * @param report receives the end of the delivery
 */
public record Delivery(Publication publication, PartitionProgress progress, long offset, DeliveryReport report) {
    static final Comparator<Delivery> BY_OFFSET = Comparator.comparingLong(Delivery::offset);

    /** The objects of a delivery, its report and its publication with their headers; measured, rounded up. */
    private static final int OVERHEAD = 2_500;

    /** The bytes that the delivery takes in memory, without those that it may share with others. */
    long ownWeight() {
        return OVERHEAD + 2L * publication.ownSize(); // the command's parameters stand in its context too
    }

    /** The most bytes that the delivery takes on the wire. */
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
