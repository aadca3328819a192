package io.callport.benchmarks.vendor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * The JDK's {@link HttpClient}, as its Javadoc shows it: one client for all, {@code send}, a timeout on the request. It
 * uses HTTP/1.1, the only version of the stand-in; the client's default asks for an upgrade to HTTP/2 first.
 *
 * <p>It does not use {@code sendAsync}: its answers pass through {@code CompletableFuture}'s own pool, whatever
 * executor the client has, and on two cores that pool starts a new thread for each answer. A caller that must not wait
 * uses a thread pool.
 */
public final class JdkBareClient implements BareClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    @Override
    public Response post(URI endpoint, Map<String, String> headers, byte[] json) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .timeout(TIMEOUT)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofByteArray(json));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Response(
                    response.statusCode(),
                    name -> response.headers().firstValue(name).orElse(""),
                    response.body());
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
}
