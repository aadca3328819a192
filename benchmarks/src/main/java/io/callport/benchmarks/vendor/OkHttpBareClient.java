package io.callport.benchmarks.vendor;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * OkHttp, the client that Callport has, as its recipes show it: one client for all, {@code execute}, a timeout on the
 * call. It keeps as many connections as there are requests at a time; its default of five would make new ones all the
 * time.
 */
public final class OkHttpBareClient implements BareClient {
    private static final MediaType JSON = MediaType.get("application/json");

    private final OkHttpClient http = new OkHttpClient.Builder()
            .callTimeout(Duration.ofSeconds(30))
            .connectionPool(new ConnectionPool(1_000, 30, TimeUnit.SECONDS))
            .build();

    @Override
    public Response post(URI endpoint, Map<String, String> headers, byte[] json) throws IOException {
        Request.Builder request = new Request.Builder().url(endpoint.toString()).post(RequestBody.create(json, JSON));
        headers.forEach(request::header);
        try (okhttp3.Response response = http.newCall(request.build()).execute()) {
            return new Response(
                    response.code(),
                    name -> Objects.requireNonNullElse(response.header(name), ""),
                    response.body().bytes());
        }
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
    }
}
