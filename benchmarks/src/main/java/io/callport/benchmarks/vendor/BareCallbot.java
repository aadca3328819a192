package io.callport.benchmarks.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Callbot's lookup with nothing but an HTTP client and Jackson. It signs, checks the answer's signature and reads the
 * answer as a tree, since Callport does. Thread-safe.
 */
public final class BareCallbot implements AutoCloseable {
    /** The secret that all accounts share. */
    public static final String SECRET = "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr";

    private static final ObjectMapper JSON = new ObjectMapper();
    private final URI endpoint;
    private final BareClient http;

    private record Lookup(String customerId, String appKey, int status) {}

    /** Makes requests to a vendor at that address. */
    public BareCallbot(URI vendor, BareClient http) {
        this.endpoint = vendor.resolve("/callcentre/v2/callinfo");
        this.http = http;
    }

    /** Asks the vendor and waits; returns the answer's {@code data}. */
    public JsonNode lookup(String uuid, String customerId) {
        try {
            byte[] body = JSON.writeValueAsBytes(new Lookup(customerId, "k", 1));
            return read(http.post(endpoint, headers(uuid, body), body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private static Map<String, String> headers(String uuid, byte[] body) {
        String createTs = Long.toString(System.currentTimeMillis() / 1_000);
        String requestId = UUID.randomUUID().toString();
        return Map.of(
                "requestID", requestId,
                "uuid", uuid,
                "createTs", createTs,
                "sign", CallbotSign.of(body, createTs, requestId, uuid),
                "algorithm", "MD5");
    }

    private static JsonNode read(BareClient.Response response) throws IOException {
        UnaryOperator<String> header = response.header();
        byte[] body = response.body();
        String expected =
                CallbotSign.of(body, header.apply("createTs"), header.apply("requestID"), header.apply("uuid"));
        JsonNode answer = JSON.readTree(body);
        boolean signed = MessageDigest.isEqual(
                expected.getBytes(UTF_8), header.apply("sign").getBytes(UTF_8));
        if (response.status() != 200 || !signed || answer.path("retCode").asInt(-1) != 0) {
            throw new IllegalStateException("not an answer: status " + response.status());
        }
        return answer.path("data");
    }
}
