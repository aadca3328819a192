package io.callport.kafka.tracing;

import io.callport.query.Outcome;

/** Follows one request, on the thread that makes it. */
public interface RequestTrace {
    RequestTrace NONE = new RequestTrace() {};

    /** The request ended; what was put on this thread is taken off it. */
    default void ended(Outcome outcome) {}
}
