package io.callport.http.client;

import java.util.Map;

/** Signs the requests of one account. Thread-safe. */
@FunctionalInterface
public interface Signer {
    /** The headers that go with exactly these bytes, made anew on each call: timestamp, nonce, signature. */
    Map<String, String> sign(byte[] body);
}
