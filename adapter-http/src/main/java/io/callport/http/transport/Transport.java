package io.callport.http.transport;

import io.callport.http.settings.HttpSettings;
import io.callport.http.transport.ClientBuilder.RefusedByProxyException;
import io.callport.http.transport.ConnectionGuard.StaleConnectionException;
import io.callport.http.transport.ConnectionGuard.UnaskedAnswerException;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends requests over OkHttp: HTTP/1.1, redirects not followed, nothing sent twice. One deadline covers looking the
 * name up, connecting, headers and body; the response's size is bounded while it is read. Every failure is a
 * {@link QueryFailedException} that says whether the request was sent: the client reports when it begins to write.
 *
 * <p>Thread-safe; {@link #send} blocks its caller and holds no lock meanwhile. An interrupt of the caller ends its
 * request.
 */
public final class Transport implements AutoCloseable {
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;
    private static final String INTERRUPTED = "The thread that waited for the answer was interrupted";

    private final IdleConnections idle;
    private final NameLookup names;
    private final OkHttpClient http;

    /** The addresses, one for each endpoint of each account: no parameter is ever part of an address. */
    private final Map<String, HttpUrl> addresses = new ConcurrentHashMap<>();

    private final Duration connectTimeout;
    private final Duration timeout;
    private final int maxBytes;
    private volatile boolean closed;

    /** A transport with its own connections, under the settings' limits, through their proxy, with their truststore. */
    public Transport(HttpSettings settings) {
        this(settings, host -> List.of(InetAddress.getAllByName(host)));
    }

    Transport(HttpSettings settings, NameLookup.Resolver resolver) {
        connectTimeout = settings.connectTimeout();
        timeout = settings.timeout();
        maxBytes = settings.maxAnswerBytes();
        names = new NameLookup(resolver, connectTimeout.compareTo(timeout) < 0 ? connectTimeout : timeout);
        TlsSockets tls = TlsSockets.trusting(settings.truststore());
        idle = new IdleConnections(tls);
        http = ClientBuilder.build(settings, tls, names, new ConnectionGuard(idle, () -> closed));
    }

    /**
     * Sends the request as it is and waits for its response.
     *
     * @throws QueryFailedException if no complete response comes in time, or the transport is closed
     */
    public RawResponse send(OutgoingRequest request) {
        if (closed) {
            throw new QueryFailedException(QueryFailure.notSent(Reason.VENDOR_UNAVAILABLE, "The ports are closed"));
        }
        long dueAt = System.nanoTime() + timeout.toNanos();
        while (true) {
            RequestProgress progress = new RequestProgress(connectTimeout, idle);
            try {
                return attempt(request, progress, dueAt);
            } catch (StaleConnectionException e) {
                // Nothing was sent and the connection is closed: another one is taken, or made.
            } finally {
                progress.connectEnded();
            }
        }
    }

    /** Ends the requests in flight, whose callers get a failure, and refuses new ones. Does not wait. */
    @Override
    public void close() {
        closed = true;
        http.dispatcher().cancelAll();
        names.close();
        http.connectionPool().evictAll();
    }

    private RawResponse attempt(OutgoingRequest request, RequestProgress progress, long dueAt)
            throws StaleConnectionException {
        if (Thread.currentThread().isInterrupted()) {
            throw new QueryFailedException(TransportFailure.notSent(INTERRUPTED));
        }
        Call call = http.newCall(toHttp(request, progress));
        call.timeout().timeout(Math.max(1, dueAt - System.nanoTime()), TimeUnit.NANOSECONDS);
        try {
            return exchange(request, call, progress);
        } catch (StaleConnectionException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            Response received = progress.received();
            if (received != null && hasNoBody(received.code()) && !(e instanceof UnaskedAnswerException)) {
                return response(request, received.code(), received.headers(), new byte[0]);
            }
            throw new QueryFailedException(failure(e, progress, dueAt));
        }
    }

    private RawResponse exchange(OutgoingRequest request, Call call, RequestProgress progress) throws IOException {
        Response response = call.execute();
        try {
            int status = progress.received() == null
                    ? response.code()
                    : progress.received().code();
            if (status == PROXY_AUTHENTICATION_REQUIRED && progress.proxied()) {
                throw new RefusedByProxyException(status);
            }
            BodyReader reader = new BodyReader(maxBytes, ResponseMemory.current(), call::isCanceled);
            RawResponse read = response(request, status, response.headers(), reader.read(response));
            response.close();
            return read;
        } catch (IOException | RuntimeException e) {
            call.cancel(); // before the close, which would read on for a while, to keep the connection
            closeAfter(e, response);
            throw e;
        }
    }

    private static void closeAfter(Exception failed, Response response) {
        try {
            response.close();
        } catch (RuntimeException e) {
            failed.addSuppressed(e); // the client cannot end a body whose length is none
        }
    }

    private static RawResponse response(OutgoingRequest request, int status, Headers headers, byte[] body) {
        return new RawResponse(request.headers(), status, headers, body, body);
    }

    /** The client fails where such a response has a body all the same; its headers are all there is to it. */
    private static boolean hasNoBody(int status) {
        return status == HttpURLConnection.HTTP_NO_CONTENT || status == HttpURLConnection.HTTP_RESET;
    }

    private QueryFailure failure(Exception failed, RequestProgress progress, long dueAt) {
        boolean begun = progress.begun();
        if (closed) {
            return TransportFailure.unanswered(begun, "The ports were closed while the request was in flight");
        }
        if (Thread.currentThread().isInterrupted()) {
            return TransportFailure.unanswered(begun, INTERRUPTED);
        }
        if (System.nanoTime() - dueAt >= 0) {
            return TransportFailure.unanswered(
                    begun, (begun ? "No complete answer within " : "No connection within ") + timeout);
        }
        return TransportFailure.of(failed, progress);
    }

    private Request toHttp(OutgoingRequest request, RequestProgress progress) {
        String method = request.method();
        byte[] body = request.body();
        try {
            return new Request.Builder()
                    .url(addresses.computeIfAbsent(request.url(), HttpUrl::get))
                    .headers(request.headers())
                    .method(method, body.length == 0 && method.equals("GET") ? null : new OneShotBody(body))
                    .tag(RequestProgress.class, progress)
                    .build();
        } catch (IllegalArgumentException e) {
            throw new QueryFailedException(TransportFailure.notSent("The vendor's url is none that HTTP can address"));
        }
    }
}
