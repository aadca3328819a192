package io.callport.sandbox.http;

import io.callport.sandbox.vendor.ReceivedRequest;

/** Handles received requests. Thread-safe. */
public interface RequestHandler {
    /** Makes the reply; must not block. */
    ReplyWithFault handle(String method, ReceivedRequest request);
}
