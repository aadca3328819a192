package io.callport.query;

import org.jspecify.annotations.Nullable;

/**
 * The words of a vendor that did not answer: kept for the event, never more than this of its envelope.
 *
 * @param httpStatus the HTTP status, 100 to 599
 * @param code the vendor's own code, verbatim, if it sent one
 * @param message the vendor's own message, shortened to 200 characters, if it sent one
 * @param requestId the vendor's id of the request, to quote to its support, if it sent one
 */
public record VendorReply(
        int httpStatus,
        @Nullable String code,
        @Nullable String message,
        @Nullable String requestId) {
    private static final int MAX_MESSAGE_LENGTH = 200;

    /** Shortens the message to what an event may carry. */
    public VendorReply {
        message = message == null ? null : ShortText.of(message, MAX_MESSAGE_LENGTH);
    }
}
