package io.callport.sandbox.callback;

import java.util.Map;

/**
 * A callback as a vendor would push it.
 *
 * @param path the path, which may hold a secret
 * @param headers the headers besides {@code Content-Type}
 * @param body the exact bytes
 * @param ids the ids in headers and body that name the callback, by the vendor's names
 * @param subject the id of what the callback is about: callbacks of one subject are sent in their order
 */
@SuppressWarnings("ArrayRecordComponent") // these records are never compared
public record SampleCallback(
        String path, Map<String, String> headers, byte[] body, Map<String, String> ids, String subject) {

    /** The path of the kind alone, without the secret. */
    @Override
    public String toString() {
        return "callback " + ids;
    }
}
