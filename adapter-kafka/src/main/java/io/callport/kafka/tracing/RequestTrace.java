package io.callport.kafka.tracing;

import io.callport.query.Outcome;

/** Follows one request, on the thread that makes it. */
public interface RequestTrace {
    RequestTrace NONE = new RequestTrace() {};

    /** Reports the end of the request; an implementation removes its context from this thread. */
    default void ended(Outcome outcome) {}
}
