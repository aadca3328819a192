package io.callport.http.pipeline;

import io.callport.http.transport.RawResponse;

/** Checks the signatures of the responses to one account. Thread-safe. */
@FunctionalInterface
public interface ResponseVerifier {
    /** Accepts every response: for vendors that sign none. */
    ResponseVerifier NONE = response -> true;

    /** Whether the response's signature is right, or none is expected of such a response. */
    boolean verify(RawResponse response);
}
