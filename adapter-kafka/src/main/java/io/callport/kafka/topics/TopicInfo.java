package io.callport.kafka.topics;

/**
 * What is known of a topic.
 *
 * @param partitions how many it has
 * @param largestRecord the most bytes that a record on it may have
 * @param compacted whether its cleanup policy compacts, so that records vanish before they are read
 * @param limitedByProducer whether that is because of the producer's {@code max.request.size}; the topic takes more
 */
public record TopicInfo(int partitions, int largestRecord, boolean compacted, boolean limitedByProducer) {
    /** A topic whose own limit counts. */
    public TopicInfo(int partitions, int largestRecord, boolean compacted) {
        this(partitions, largestRecord, compacted, false);
    }
}
