package io.callport.http.transport;

import feign.Request;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.Truststore;
import io.callport.http.transport.InterruptibleWait.Cause;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final HttpClient http;
    private final boolean proxied;
    private final Watchdog watchdog;

    /** The addresses, one for each endpoint of each account: no parameter is ever part of an address. */
    private final Map<String, URI> addresses = new ConcurrentHashMap<>();

    private final Duration timeout;
    private final int maxBytes;

    /** A transport with its own connections, under the settings' limits, through their proxy, with their truststore. */
    public Transport(HttpSettings settings) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout());
        InetSocketAddress proxy = settings.proxy();
        if (proxy != null) {
            builder.proxy(ProxySelector.of(proxy));
        }
        Truststore truststore = settings.truststore();
        if (truststore != null) {
            builder.sslContext(sslContext(truststore));
        }
        this.http = builder.build();
        this.proxied = proxy != null;
        this.watchdog = new Watchdog(settings.timeout());
        this.timeout = settings.timeout();
        this.maxBytes = settings.maxAnswerBytes();
    }

    private static SSLContext sslContext(Truststore truststore) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (X509Certificate certificate : truststore.certificates()) {
                trusted.setCertificateEntry(Integer.toString(trusted.size()), certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This JVM cannot use a truststore", e);
        }
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
        byte[] bytes = request.body();
        OutgoingBody body =
                new OutgoingBody(bytes == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes));
        HttpResponse<byte[]> response = send(toHttp(request, body), body);
        if (refusedByProxy(response, body)) {
            throw new QueryFailedException(
                    TransportFailure.notSent(ConnectFailure.refusedByProxy(Integer.toString(response.statusCode()))));
        }
        return new RawResponse(request, response.statusCode(), response.headers(), response.body(), response.body());
    }

    /** Whether a proxy answered instead of the vendor: to its own CONNECT, or with the status that only a proxy has. */
    private boolean refusedByProxy(HttpResponse<byte[]> response, OutgoingBody body) {
        return !body.mayHaveLeft() || (proxied && response.statusCode() == PROXY_AUTHENTICATION_REQUIRED);
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
    private HttpResponse<byte[]> send(HttpRequest request, OutgoingBody body) {
        BoundedBody.Handler handler = new BoundedBody.Handler(maxBytes, ResponseMemory.current());
        InterruptibleWait wait = watchdog.begin();
        try {
            return http.send(request, handler);
        } catch (InterruptedException e) {
            throw new QueryFailedException(interrupted(wait.end(), body.mayHaveLeft()));
        } catch (IOException | RuntimeException e) {
            Cause interrupted = wait.end();
            throw new QueryFailedException(
                    interrupted == null
                            ? TransportFailure.of(e, body.mayHaveLeft(), handler.started(), proxied)
                            : interrupted(interrupted, body.mayHaveLeft()));
        } finally {
            wait.end();
        }
    }

    private QueryFailure interrupted(@Nullable Cause cause, boolean mayHaveLeft) {
        if (cause == null) {
            Thread.currentThread().interrupt();
        }
        String detail = detail(cause, mayHaveLeft);
        return mayHaveLeft ? TransportFailure.unavailable(detail) : TransportFailure.notSent(detail);
    }

    private String detail(@Nullable Cause cause, boolean mayHaveLeft) {
        if (cause == null) {
            return "The thread that waited for the answer was interrupted";
        }
        if (cause == Cause.CLOSED) {
            return "The ports were closed while the request was in flight";
        }
        return mayHaveLeft ? "No complete answer within " + timeout : "No connection within " + timeout;
    }

    private HttpRequest toHttp(Request request, OutgoingBody body) {
        HttpRequest.Builder http = HttpRequest.newBuilder(addresses.computeIfAbsent(request.url(), URI::create))
                .method(request.httpMethod().name(), body);
        request.headers().forEach((name, values) -> {
            if (!SET_BY_CLIENT.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> http.header(name, value));
            }
        });
        return http.build();
    }
}
