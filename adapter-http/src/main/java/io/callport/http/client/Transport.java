package io.callport.http.client;

import feign.Client;
import feign.Request;
import feign.Response;
import io.callport.http.client.Wait.Cut;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over the JDK's HTTP client: HTTP/1.1, redirects not followed, nothing sent twice. One deadline covers
 * connecting, headers and body, because the JDK's own timeouts stop at the headers; the answer's size is bounded while it
 * is read. Every failure is a {@link QueryFailedException} that says whether the request was sent.
 *
 * <p>Thread-safe; {@link #execute} blocks its caller and holds no lock meanwhile.
 */
public final class Transport implements Client, AutoCloseable {
    /** What the JDK's client sets itself and refuses to be told. */
    private static final Set<String> SET_BY_CLIENT =
            Set.of("content-length", "host", "connection", "expect", "upgrade");

    private final HttpClient http;
    private final Watchdog watchdog;

    /** One for each endpoint of each account: no parameter is ever part of an address. */
    private final Map<String, URI> addresses = new ConcurrentHashMap<>();

    private final Duration timeout;
    private final int maxAnswerBytes;

    /** A transport that waits that long for a connection, that long for all of a request, and reads that much. */
    public Transport(Duration connectTimeout, Duration timeout, int maxAnswerBytes) {
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
        this.watchdog = new Watchdog(timeout);
        this.timeout = timeout;
        this.maxAnswerBytes = maxAnswerBytes;
    }

    /** The largest answer that is read, in bytes. */
    public int maxAnswerBytes() {
        return maxAnswerBytes;
    }

    /** Sends the request as it is; Feign's own options are not looked at. */
    @Override
    public Response execute(Request request, Request.Options options) {
        if (watchdog.closed()) {
            throw new QueryFailedException(QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, "The ports are closed"));
        }
        return toFeign(request, send(toHttp(request)));
    }

    /** Interrupts the requests in flight, whose callers get a failure, and refuses new ones. Does not wait. */
    @Override
    public void close() {
        watchdog.close();
    }

    /**
     * The JDK's own wait on the calling thread: its asynchronous one ends on a thread that is started for each request where
     * the common pool has no second thread to run on.
     */
    private HttpResponse<byte[]> send(HttpRequest request) {
        AnswerReader reader = new AnswerReader(maxAnswerBytes);
        Wait wait = watchdog.begin();
        try {
            return http.send(request, reader);
        } catch (InterruptedException e) {
            throw unavailable(why(wait.end()));
        } catch (IOException | RuntimeException e) {
            Cut cut = wait.end();
            throw cut == null
                    ? new QueryFailedException(TransportFailure.of(e, reader.started()))
                    : unavailable(why(cut));
        } finally {
            wait.end();
        }
    }

    private String why(@Nullable Cut cut) {
        if (cut == null) {
            Thread.currentThread().interrupt();
            return "The thread that waited for the answer was interrupted";
        }
        return cut == Cut.TIME
                ? "No complete answer within " + timeout
                : "The ports were closed while the request was in flight";
    }

    private static QueryFailedException unavailable(String detail) {
        return new QueryFailedException(new QueryFailure(Reason.VENDOR_UNAVAILABLE, detail, Sent.MAYBE, null, null));
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

    private static Response toFeign(Request request, HttpResponse<byte[]> answer) {
        return Response.builder()
                .status(answer.statusCode())
                .headers(new LinkedHashMap<>(answer.headers().map()))
                .body(new AnswerBody(answer.body(), request))
                .request(request)
                .build();
    }
}
