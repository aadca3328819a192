package io.callport.sandbox.callbot;

import io.callport.sandbox.vendor.Digests;
import io.callport.sandbox.vendor.ReceivedRequest;
import java.util.HexFormat;

/** The headers that a Callbot signature covers besides the body. */
record CallbotHeaders(String uuid, String requestId, String createTs) {

    static CallbotHeaders of(ReceivedRequest request) {
        return new CallbotHeaders(request.header("uuid"), request.header("requestid"), request.header("createts"));
    }

    /** Signs a body after the NXCloud wiki (Callbot API authorization): upper-case hex, the secret first and bare. */
    String sign(String algorithm, String secret, byte[] body) {
        String after = "&createTs=" + createTs + "&requestID=" + requestId + "&uuid=" + uuid;
        return HexFormat.of().withUpperCase().formatHex(Digests.of(algorithm, secret + "&body=", body, after));
    }
}
