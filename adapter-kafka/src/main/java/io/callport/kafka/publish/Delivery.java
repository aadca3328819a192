package io.callport.kafka.publish;

import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.result.Publication;
import java.util.Comparator;

/**
 * The publication that ends one record's work.
 *
 * @param publication what to send
 * @param progress the record's partition's
 * @param offset the record's
 * @param ending told once its fate is known
 */
public record Delivery(Publication publication, PartitionProgress progress, long offset, DeliveryReport ending) {
    static final Comparator<Delivery> BY_OFFSET = Comparator.comparingLong(Delivery::offset);

    /** How many bytes it takes now. */
    int size() {
        return publication.size();
    }
}
