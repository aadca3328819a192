package io.callport.signing;

import java.util.Arrays;
import java.util.Objects;

/**
 * The parts that an NXLink signature covers (NXCloud wiki, API interface invocation convention). Texts are 1 to 128
 * visible ASCII characters other than {@code &}.
 *
 * @param accessKey the account's key
 * @param ts milliseconds since 1970: 13 digits; NXLink refuses one that is more than a minute off
 * @param bizType the business type, as in {@code 8} for the call centre
 * @param action the action, as in {@code cc} for the call centre
 * @param algorithm the hash; NXLink takes MD5 where the header names none
 * @param body the exact bytes that are sent, empty if there are none (or if they are multipart, which NXLink does not
 *     sign); not copied, so they must not change any more
 */
@SuppressWarnings("ArrayRecordComponent") // exact bytes are the point; equality below is that of their content
public record NxlinkMessage(
        String accessKey, String ts, String bizType, String action, Algorithm algorithm, byte[] body) {
    /**
     * @throws IllegalArgumentException if a header is not of the form above; the message names it and never shows its
     *     value
     */
    public NxlinkMessage {
        HeaderValues.requireText("accessKey", accessKey);
        HeaderValues.requireDigits("ts", ts, 13, "milliseconds since 1970 as in 1655710885431");
        HeaderValues.requireText("bizType", bizType);
        HeaderValues.requireText("action", action);
    }

    /** Messages are equal if all parts are, the body by its content. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NxlinkMessage that
                && accessKey.equals(that.accessKey)
                && ts.equals(that.ts)
                && bizType.equals(that.bizType)
                && action.equals(that.action)
                && algorithm == that.algorithm
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(accessKey, ts, bizType, action, algorithm, Arrays.hashCode(body));
    }

    /** All parts, but only the size of the body. */
    @Override
    public String toString() {
        return "NxlinkMessage[accessKey=" + accessKey + ", ts=" + ts + ", bizType=" + bizType + ", action=" + action
                + ", algorithm=" + algorithm + ", body=" + body.length + " bytes]";
    }
}
