package io.callport.kafka.topics;

/**
 * The size and limits of a topic.
 *
 * @param partitions the number of its partitions
 * @param largestRecord the most bytes that a record on the topic may have
 * @param compacted whether its cleanup policy compacts the topic, so that records vanish before they are read
 * @param limitedByProducer whether the producer's {@code max.request.size} limits the record, and the topic takes more
 */
public record TopicInfo(int partitions, int largestRecord, boolean compacted, boolean limitedByProducer) {
    /** A topic that is not limited by the producer. */
    public TopicInfo(int partitions, int largestRecord, boolean compacted) {
        this(partitions, largestRecord, compacted, false);
    }
}
