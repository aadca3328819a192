package io.callport.kafka.result;

import io.callport.kafka.command.Destination;
import io.callport.kafka.topics.TopicView;
import org.jspecify.annotations.Nullable;

/**
 * The destination of a record and the largest size there, by the topics as they are when the record leaves.
 *
 * @param key the key of the record
 * @param largest the most bytes that a record may have there
 * @param limitedByProducer whether the producer sets that limit; the topic takes more
 */
@SuppressWarnings("ArrayRecordComponent") // addresses are never compared
record RecordAddress(String topic, int partition, byte @Nullable [] key, int largest, boolean limitedByProducer) {
    /** The address of a known partition. */
    static RecordAddress of(TopicView view, String topic, int partition, byte @Nullable [] key) {
        return new RecordAddress(topic, partition, key, view.largestRecord(topic), view.limitedByProducer(topic));
    }

    /** The address of the key's partition. */
    static RecordAddress of(TopicView view, String topic, byte @Nullable [] key) {
        return of(view, topic, view.partitionOf(topic, key), key);
    }

    /** The address of a result; the results topic replaces a reply topic that does not exist any more. */
    static RecordAddress of(TopicView view, Destination wanted, byte[] key) {
        Destination to = wanted.in(view);
        return of(view, to.topic(), to.partition(view, key), key);
    }
}
