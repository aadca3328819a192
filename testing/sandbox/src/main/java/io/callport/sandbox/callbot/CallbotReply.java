package io.callport.sandbox.callbot;

import io.callport.sandbox.vendor.ReceivedRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The signature of Callbot requests, and the response headers, which the vendor signs in the same way. */
final class CallbotReply {
    private static final Map<String, String> ALGORITHMS = Map.of("", "MD5", "MD5", "MD5", "SHA256", "SHA-256");

    private CallbotReply() {}

    /** Whether the algorithm is known. The header is optional: MD5 or SHA256, MD5 if the header is blank. */
    static boolean knowsAlgorithm(ReceivedRequest request) {
        return ALGORITHMS.containsKey(request.header("algorithm"));
    }

    static String sign(ReceivedRequest request, String secret) {
        return CallbotHeaders.of(request).sign(algorithm(request), secret, request.body());
    }

    static Map<String, String> headers(ReceivedRequest request, byte[] body, String secret, boolean wrongly) {
        String createTs = Long.toString(request.at().getEpochSecond());
        CallbotHeaders signed = new CallbotHeaders(request.header("uuid"), request.header("requestid"), createTs);
        String sign = signed.sign(algorithm(request), secret, body);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("requestID", signed.requestId());
        headers.put("uuid", signed.uuid());
        headers.put("createTs", createTs);
        headers.put("sign", wrongly ? other(sign) : sign);
        headers.put("algorithm", request.header("algorithm").isEmpty() ? "MD5" : request.header("algorithm"));
        return headers;
    }

    private static String algorithm(ReceivedRequest request) {
        return ALGORITHMS.getOrDefault(request.header("algorithm"), "MD5");
    }

    /** Makes a wrong signature of the same form. */
    private static String other(String sign) {
        return (sign.charAt(0) == '0' ? '1' : '0') + sign.substring(1);
    }
}
