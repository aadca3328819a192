package io.callport.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and sends requests as a careful client would; its signatures share nothing with the sandbox's. */
final class SandboxClient {
    static final String NUMBERS = "/openapi/v1/call/query/number";
    static final String GROUPS = "/openapi/v1/call/query/group";
    static final String CALL_INFO = "/callcentre/v2/callinfo";
    static final String NXLINK_NUMBERS = "/saas/cc/openapi/did/myUsefulNumber";
    static final String MOOR_SECRET = "HWHp9xFVlbboxIU2S6DHA7sf9sGzt3";
    static final String UUID = "Vh71ym3yQwWSYZFpqkFwTskGXUbSxDtR";
    static final String CALLBOT_SECRET = "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI url;
    private final AtomicInteger nonces = new AtomicInteger();

    SandboxClient(VendorSandbox sandbox) {
        this.url = sandbox.url();
    }

    HttpResponse<String> numbers() throws Exception {
        return send(NUMBERS, moorHeaders(Instant.now().getEpochSecond()), "");
    }

    Map<String, String> moorHeaders(long timestamp) throws Exception {
        return moorHeaders("2000103", MOOR_SECRET, timestamp, String.format("%06d", nonces.incrementAndGet()));
    }

    static Map<String, String> moorHeaders(String appkey, String secret, long timestamp, String nonce)
            throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        String sign = Base64.getEncoder().encodeToString(mac.doFinal((appkey + timestamp + nonce).getBytes(UTF_8)));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("m7-appkey", appkey);
        headers.put("m7-nonce", nonce);
        headers.put("m7-timestamp", Long.toString(timestamp));
        headers.put("m7-sign", sign);
        return headers;
    }

    HttpResponse<String> callInfo(String body) throws Exception {
        return send(CALL_INFO, callbotHeaders("MD5", Instant.now().getEpochSecond(), body), body);
    }

    static Map<String, String> callbotHeaders(String algorithm, long createTs, String body) throws Exception {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("uuid", UUID);
        headers.put("requestID", "r-1");
        headers.put("createTs", Long.toString(createTs));
        headers.put("algorithm", algorithm);
        headers.put("sign", callbotSign(algorithm, body, headers.get("createTs"), "r-1"));
        return headers;
    }

    static String callbotSign(String algorithm, String body, String createTs, String requestId) throws Exception {
        String raw = CALLBOT_SECRET + "&body=" + body + "&createTs=" + createTs + "&requestID=" + requestId + "&uuid="
                + UUID;
        return hex(algorithm.equals("MD5") ? "MD5" : "SHA-256", raw).toUpperCase(Locale.ROOT);
    }

    static Map<String, String> nxlinkHeaders(long ts, String body) throws Exception {
        String text = "accessKey=fme2na3kdi3ki&action=cc&bizType=8&ts=" + ts;
        String raw = text + (body.isEmpty() ? "" : "&body=" + body) + "&accessSecret=abciiiko2k3";
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("accessKey", "fme2na3kdi3ki");
        headers.put("action", "cc");
        headers.put("bizType", "8");
        headers.put("ts", Long.toString(ts));
        headers.put("sign", hex("MD5", raw));
        return headers;
    }

    /** Asks as the vendor of that path wants it, now. */
    HttpResponse<String> ask(String path, String body) throws Exception {
        if (path.startsWith("/openapi/")) {
            return send(path, moorHeaders(Instant.now().getEpochSecond()), body);
        }
        return path.startsWith("/callcentre/")
                ? send(path, callbotHeaders("MD5", Instant.now().getEpochSecond(), body), body)
                : send(path, nxlinkHeaders(Instant.now().toEpochMilli(), body), body);
    }

    HttpResponse<String> send(String path, Map<String, String> headers, String body) throws Exception {
        return HTTP.send(request(path, headers, body), BodyHandlers.ofString());
    }

    HttpRequest request(String path, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return request.build();
    }

    HttpResponse<String> admin(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/_sandbox/" + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    static HttpClient http() {
        return HTTP;
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    private static String hex(String algorithm, String raw) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(raw.getBytes(UTF_8)));
    }
}
