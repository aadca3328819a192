package io.callport.sandbox.callback;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of a callback.
 *
 * @param ids the ids in headers and body that name the callback, by the vendor's names
 * @param status the HTTP status of the last answer; null if no answer came
 * @param problem what happened instead of an answer, in words; null if an answer came
 * @param attempts how often the callback was sent
 */
public record SentCallback(
        Map<String, String> ids,
        @Nullable Integer status,
        @Nullable String problem,
        int attempts) {

    /** Whether the receiver has taken the callback: NXLink documents 200, and nothing else, as success. */
    public boolean accepted() {
        return status != null && status == 200;
    }
}
