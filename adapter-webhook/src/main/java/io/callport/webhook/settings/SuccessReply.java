package io.callport.webhook.settings;

/**
 * The answer to a callback whose event is safe, where a vendor wants another one than the usual.
 *
 * @param status the HTTP status: 200 to 299
 * @param body the body, JSON
 */
public record SuccessReply(int status, String body) {
    /** The usual answer: 200, and code 0 under the names of all vendors. */
    public static final SuccessReply DEFAULT = new SuccessReply(200, "{\"code\":0,\"retCode\":0,\"msg\":\"success\"}");

    /** @throws IllegalArgumentException if the status is no success */
    public SuccessReply {
        if (status < 200 || status > 299) {
            throw new IllegalArgumentException("status: must be from 200 to 299, but is " + status);
        }
    }
}
