package io.callport.signing;

import java.util.Arrays;
import java.util.Objects;

/**
 * The parts that a Callbot v3 signature covers, of a request to Callbot as of its responses and callbacks (NXCloud
 * wiki, Callbot API authorization). For a response these are the <em>response's</em> headers and body; for a callback
 * the algorithm is that of the account (console, Developer), since callbacks name none.
 *
 * @param uuid the account's key: 1 to 128 visible ASCII characters other than {@code &}
 * @param createTs seconds since 1970: 10 digits
 * @param requestId the request id, unique and made by the caller: 1 to 128 visible ASCII characters other than
 *     {@code &}
 * @param algorithm the hash; Callbot takes MD5 where the header names none
 * @param body the exact bytes that are sent or were received; not copied, so they must not change any more
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes are the point; equality below is that of their content
public record CallbotMessage(String uuid, String createTs, String requestId, Algorithm algorithm, byte[] body) {
    /**
     * @throws IllegalArgumentException if a header is not of the form above, which a received one may be; the message
     *     names the header and never shows its value
     */
    public CallbotMessage {
        HeaderValues.requireText("uuid", uuid);
        HeaderValues.requireDigits("createTs", createTs, 10, "seconds since 1970 as in 1700000000");
        HeaderValues.requireText("requestID", requestId);
    }

    /** Messages are equal if all parts are, the body by its content. */
    @Override
    public boolean equals(Object other) {
        return other instanceof CallbotMessage that
                && uuid.equals(that.uuid)
                && createTs.equals(that.createTs)
                && requestId.equals(that.requestId)
                && algorithm == that.algorithm
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(uuid, createTs, requestId, algorithm, Arrays.hashCode(body));
    }

    /** All parts, but only the size of the body. */
    @Override
    public String toString() {
        return "CallbotMessage[uuid=" + uuid + ", createTs=" + createTs + ", requestId=" + requestId + ", algorithm="
                + algorithm + ", body=" + body.length + " bytes]";
    }
}
