package io.callport.benchmarks.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** The answer of the stand-in: always the same fields, signed for the request. */
final class CallInfoAnswer {
    private static final String BODY =
            "{\"retCode\":0,\"retMsg\":\"success\",\"responseID\":\"0f8fad5b-d9cb-469f-a165-70867728950e\",\"data\":{"
                    + "\"customerName\":\"Niu Xiaoxin\",\"callCount\":3,\"lastCallTs\":1700000000,\"finish\":true,"
                    + "\"lines\":[\"02011112222\",\"02011113333\"],\"note\":\"an answer of a stand-in vendor\"}}";
    private static final byte[] BODY_BYTES = BODY.getBytes(UTF_8);

    private CallInfoAnswer() {}

    static ByteBuffer to(String requestId, String uuid) {
        String createTs = Long.toString(System.currentTimeMillis() / 1_000);
        String sign = CallbotSign.of(BODY_BYTES, createTs, requestId, uuid);
        String head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: " + BODY_BYTES.length
                + "\r\nrequestID: " + requestId + "\r\nuuid: " + uuid + "\r\ncreateTs: " + createTs + "\r\nsign: "
                + sign + "\r\nalgorithm: MD5\r\n\r\n";
        return ByteBuffer.wrap((head + BODY).getBytes(UTF_8));
    }
}
