package io.callport.sandbox.http;

import io.callport.sandbox.vendor.ReceivedRequest;

/** Somewhere to hand a request in and get an outcome. Thread-safe. */
public interface RequestHandler {
    /** Deals with a request; must not block. */
    ReplyWithFault take(String method, ReceivedRequest request);
}
