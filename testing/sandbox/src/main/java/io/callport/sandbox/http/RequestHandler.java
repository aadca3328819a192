package io.callport.sandbox.http;

import io.callport.sandbox.vendor.ReceivedRequest;
import java.util.concurrent.CompletableFuture;

/** Handles received requests. Thread-safe. */
public interface RequestHandler {
    /** Makes the reply without blocking; it is sent when the future completes. */
    CompletableFuture<ReplyWithFault> handle(String method, ReceivedRequest request);
}
