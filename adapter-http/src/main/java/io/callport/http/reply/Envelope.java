package io.callport.http.reply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The part of every answer of a vendor that says whether it is a success.
 *
 * @param success whether the vendor calls the answer a success
 * @param code the vendor's code
 * @param message the vendor's message
 * @param requestId the vendor's id of the request
 */
public record Envelope(
        boolean success,
        @Nullable String code,
        @Nullable String message,
        @Nullable String requestId) {

    /** Finds one vendor's envelope in an answer. */
    @FunctionalInterface
    public interface Reader {
        /** The envelope; {@code null} if the answer has none, so that it is not the vendor's. */
        @Nullable
        Envelope read(ObjectNode answer);
    }
}
