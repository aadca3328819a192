package io.callport.sandbox.nxlink;

import io.callport.sandbox.vendor.Digests;
import io.callport.sandbox.vendor.ReceivedRequest;
import java.util.HexFormat;

/** The headers that an NXLink signature covers besides the body. */
record NxlinkHeaders(String accessKey, String action, String bizType, String ts) {

    static NxlinkHeaders of(ReceivedRequest request) {
        return new NxlinkHeaders(
                request.header("accesskey"), request.header("action"), request.header("biztype"), request.header("ts"));
    }

    /**
     * Signs after the NXCloud wiki (API interface invocation convention): the headers in ASCII order of their names,
     * lower-case hex, the secret last, and without a body no {@code &body=} either.
     */
    String sign(String algorithm, String secret, byte[] body) {
        String headers = "accessKey=" + accessKey + "&action=" + action + "&bizType=" + bizType + "&ts=" + ts;
        String before = body.length == 0 ? headers : headers + "&body=";
        return HexFormat.of().formatHex(Digests.of(algorithm, before, body, "&accessSecret=" + secret));
    }
}
