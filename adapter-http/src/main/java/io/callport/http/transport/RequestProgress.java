package io.callport.http.transport;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.AsyncTimeout;
import org.jspecify.annotations.Nullable;

/**
 * What the client reports of one request while it makes it: whether the request has begun to leave, how far a new
 * connection has come, whether the headers of a response came. It also ends a connection that takes too long to make,
 * with name look-up, proxy and TLS. Used by the thread that makes the request alone; only {@link #connectTimedOut} is
 * set by another.
 */
final class RequestProgress extends EventListener {
    private final Duration connectTimeout;
    private final IdleConnections idle;
    private @Nullable AsyncTimeout connecting;
    private volatile boolean connectTimedOut;
    private boolean proxied;
    private boolean withinTls;
    private boolean begun;
    private @Nullable Connection connection;
    private @Nullable Response received;

    RequestProgress(Duration connectTimeout, IdleConnections idle) {
        this.connectTimeout = connectTimeout;
        this.idle = idle;
    }

    /** The progress of the call's request. */
    static RequestProgress of(Request request) {
        RequestProgress progress = request.tag(RequestProgress.class);
        if (progress == null) {
            throw new IllegalStateException("a request without its progress");
        }
        return progress;
    }

    /** Whether a byte of the request may have been sent: true once the client began to write its headers. */
    boolean begun() {
        return begun;
    }

    /** Whether the connection goes to a proxy first. */
    boolean proxied() {
        return proxied;
    }

    /** Whether a connection was being made and took too long. */
    boolean connectTimedOut() {
        return connectTimedOut;
    }

    /** Whether TLS was being negotiated and was not to its end. */
    boolean withinTls() {
        return withinTls;
    }

    /** The headers of the response; {@code null} if none came. */
    @Nullable
    Response received() {
        return received;
    }

    /** Ends the watch over a connection that is being made, if there is one. */
    void connectEnded() {
        AsyncTimeout watched = connecting;
        connecting = null;
        if (watched != null) {
            watched.exit();
        }
    }

    /** A pooled connection does not do: the way of a new one begins. */
    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        if (connecting == null) {
            AsyncTimeout watched = new AsyncTimeout() {
                @Override
                protected void timedOut() {
                    connectTimedOut = true;
                    call.cancel();
                }
            };
            watched.timeout(connectTimeout.toNanos(), TimeUnit.NANOSECONDS);
            watched.enter();
            connecting = watched;
        }
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        proxied = proxies.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        proxied = proxy.type() != Proxy.Type.DIRECT;
        withinTls = false;
    }

    @Override
    public void secureConnectStart(Call call) {
        withinTls = true;
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        withinTls = false;
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        connectEnded();
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        this.connection = connection;
        proxied = connection.route().proxy().type() != Proxy.Type.DIRECT;
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        idle.released(connection);
    }

    @Override
    public void requestHeadersStart(Call call) {
        begun = true;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        received = response;
        if (connection != null && connection.socket() instanceof ChannelSocket plain) {
            plain.input().bodyFollows(length(response));
        }
    }

    /** The length of the body in bytes; 0 if it comes in chunks, or has none, or one that is no number. */
    private static long length(Response response) {
        String length = response.header("content-length");
        if (length == null || "chunked".equalsIgnoreCase(response.header("transfer-encoding"))) {
            return 0;
        }
        try {
            return Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
