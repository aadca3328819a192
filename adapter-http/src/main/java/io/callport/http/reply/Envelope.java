package io.callport.http.reply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What every answer of a vendor says about itself.
 *
 * @param success whether the vendor calls it a success
 * @param code the vendor's code
 * @param message the vendor's words
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
