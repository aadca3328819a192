package io.callport.sandbox.http;

import io.callport.sandbox.vendor.Received;

/** Somewhere to hand a request in and get an outcome. Thread-safe. */
public interface Desk {
    /** Deals with a request; must not block. */
    Outcome take(String method, Received request);
}
