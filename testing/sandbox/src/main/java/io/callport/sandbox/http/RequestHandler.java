package io.callport.sandbox.http;

import io.callport.sandbox.vendor.ReceivedRequest;

/** Handles received requests. Thread-safe. */
public interface RequestHandler {
    /** Makes the reply without blocking. */
    ReplyWithFault handle(String method, ReceivedRequest request);
}
