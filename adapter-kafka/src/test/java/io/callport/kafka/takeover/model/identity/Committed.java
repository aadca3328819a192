package io.callport.kafka.takeover.model.identity;

import org.jspecify.annotations.Nullable;

/** A group's committed offset; an offset that a tool set has no marker. */
record Committed(int offset, @Nullable Marker marker) {

    /**
     * The content of the offset's metadata: the topics that the offset belongs to, and the least end of the state
     * partition.
     */
    record Marker(int topic, int stateTopic, int end) {}
}
