package io.callport.kafka.takeover.model.identity;

import org.jspecify.annotations.Nullable;

/** A group's committed offset; a tool's has no marker. */
record Committed(int offset, @Nullable Marker marker) {

    /** What the offset's metadata says: which topics it belongs to, and how far the state partition reached at least. */
    record Marker(int topic, int stateTopic, int end) {}
}
