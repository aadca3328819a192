package io.callport.kafka.topics;

/**
 * What is known of a topic.
 *
 * @param partitions how many it has
 * @param largestRecord the most bytes that a record on it may have
 * @param compacted whether its cleanup policy compacts, so that records vanish before they are read
 */
public record TopicInfo(int partitions, int largestRecord, boolean compacted) {}
