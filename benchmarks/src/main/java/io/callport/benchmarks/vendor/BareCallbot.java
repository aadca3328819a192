package io.callport.benchmarks.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.UUID;

/**
 * Callbot's lookup with nothing but the JDK's {@link HttpClient} and Jackson, as their Javadoc shows: one client and
 * one mapper for all, {@code send}, a timeout on the request. It signs, checks the answer's signature and reads the
 * answer as a tree, since Callport does. The client uses HTTP/1.1, the only version of the stand-in; the client's
 * default asks for an upgrade to HTTP/2 first. Thread-safe.
 *
 * <p>The client does not use {@code sendAsync}: its answers pass through {@code CompletableFuture}'s own pool, whatever
 * executor the client has, and on two cores that pool starts a new thread for each answer. A caller that must not wait
 * uses a thread pool.
 */
public final class BareCallbot implements AutoCloseable {
    /** The secret that all accounts share. */
    public static final String SECRET = "u7Mf3zUNOkg4lMV9a0E6cHSgIkK22GSr";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI endpoint;

    private record Lookup(String customerId, String appKey, int status) {}

    /** Makes a client of a vendor at that address. */
    public BareCallbot(URI vendor) {
        this.endpoint = vendor.resolve("/callcentre/v2/callinfo");
    }

    /** Asks the vendor and waits; returns the answer's {@code data}. */
    public JsonNode lookup(String uuid, String customerId) {
        try {
            return read(http.send(request(uuid, customerId), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Closes the client where the JDK can, since version 21. In older versions, its thread ends when the client is no
     * longer referenced.
     */
    @Override
    public void close() {
        if (http instanceof AutoCloseable client) {
            try {
                client.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private HttpRequest request(String uuid, String customerId) {
        try {
            byte[] body = JSON.writeValueAsBytes(new Lookup(customerId, "k", 1));
            String createTs = Long.toString(System.currentTimeMillis() / 1_000);
            String requestId = UUID.randomUUID().toString();
            return HttpRequest.newBuilder(endpoint)
                    .timeout(TIMEOUT)
                    .header("content-type", "application/json")
                    .header("requestID", requestId)
                    .header("uuid", uuid)
                    .header("createTs", createTs)
                    .header("sign", CallbotSign.of(body, createTs, requestId, uuid))
                    .header("algorithm", "MD5")
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(HttpResponse<byte[]> response) {
        byte[] body = response.body();
        String expected = CallbotSign.of(
                body, header(response, "createTs"), header(response, "requestID"), header(response, "uuid"));
        try {
            JsonNode answer = JSON.readTree(body);
            boolean signed = MessageDigest.isEqual(
                    expected.getBytes(UTF_8), header(response, "sign").getBytes(UTF_8));
            if (response.statusCode() != 200
                    || !signed
                    || answer.path("retCode").asInt(-1) != 0) {
                throw new IllegalStateException("not an answer: status " + response.statusCode());
            }
            return answer.path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
