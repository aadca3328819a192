package io.callport.http.transport;

import feign.Request;
import io.callport.http.transport.InterruptibleWait.Cause;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over the JDK's HTTP client: HTTP/1.1, redirects not followed, nothing sent twice. One deadline covers
 * connecting, headers and body, because the JDK's own timeouts stop at the headers; the response's size is bounded while it
 * is read. Every failure is a {@link QueryFailedException} that says whether the request was sent.
 *
 * <p>Thread-safe; {@link #send} blocks its caller and holds no lock meanwhile.
 */
public final class Transport implements AutoCloseable {
    /** Headers that the JDK's client sets itself and refuses to be given. */
    private static final Set<String> SET_BY_CLIENT =
            Set.of("content-length", "host", "connection", "expect", "upgrade");

    private final HttpClient http;
    private final Watchdog watchdog;

    /** The addresses, one for each endpoint of each account: no parameter is ever part of an address. */
    private final Map<String, URI> addresses = new ConcurrentHashMap<>();

    private final Duration timeout;
    private final int maxBytes;

    /**
     * A transport with its own connections.
     *
     * @param connectTimeout the longest wait for a connection
     * @param timeout the longest wait for all of a request
     * @param maxBytes the largest response that is read
     */
    public Transport(Duration connectTimeout, Duration timeout, int maxBytes) {
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
        this.watchdog = new Watchdog(timeout);
        this.timeout = timeout;
        this.maxBytes = maxBytes;
    }

    /**
     * Sends the request as it is and waits for its response.
     *
     * @throws QueryFailedException if no complete response comes in time, or the transport is closed
     */
    public RawResponse send(Request request) {
        if (watchdog.closed()) {
            throw new QueryFailedException(QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, "The ports are closed"));
        }
        HttpResponse<byte[]> response = send(toHttp(request));
        return new RawResponse(request, response.statusCode(), response.headers(), response.body(), response.body());
    }

    /** Interrupts the requests in flight, whose callers get a failure, and refuses new ones. Does not wait. */
    @Override
    public void close() {
        watchdog.close();
    }

    /**
     * Sends a request with the JDK's blocking call, which waits on the calling thread: the JDK's asynchronous wait ends
     * on a thread that is started for each request where the common pool has no second thread to run on.
     */
    private HttpResponse<byte[]> send(HttpRequest request) {
        BoundedBody.Handler handler = new BoundedBody.Handler(maxBytes, ResponseMemory.current());
        InterruptibleWait wait = watchdog.begin();
        try {
            return http.send(request, handler);
        } catch (InterruptedException e) {
            throw new QueryFailedException(interrupted(wait.end()));
        } catch (IOException | RuntimeException e) {
            Cause interrupted = wait.end();
            throw new QueryFailedException(
                    interrupted == null ? TransportFailure.of(e, handler.started()) : interrupted(interrupted));
        } finally {
            wait.end();
        }
    }

    private QueryFailure interrupted(@Nullable Cause cause) {
        if (cause == null) {
            Thread.currentThread().interrupt();
            return TransportFailure.unavailable("The thread that waited for the answer was interrupted");
        }
        return TransportFailure.unavailable(
                cause == Cause.TIMEOUT
                        ? "No complete answer within " + timeout
                        : "The ports were closed while the request was in flight");
    }

    private HttpRequest toHttp(Request request) {
        byte[] body = request.body();
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpRequest.Builder http = HttpRequest.newBuilder(addresses.computeIfAbsent(request.url(), URI::create))
                .method(request.httpMethod().name(), publisher);
        request.headers().forEach((name, values) -> {
            if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> http.header(name, value));
            }
        });
        return http.build();
    }
}
