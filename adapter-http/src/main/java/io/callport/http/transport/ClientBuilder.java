package io.callport.http.transport;

import io.callport.http.settings.HttpSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Challenge;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/**
 * Sets the HTTP client up: HTTP/1.1, nothing sent twice, no redirects, cookies or passwords, the JDK's versions and
 * ciphers of TLS.
 */
final class ClientBuilder {
    /** The name under which this client is known to vendors and proxies. */
    static final String USER_AGENT = "Callport";

    /** Gateways close idle connections after a minute, as is usual; this is well before. */
    private static final int KEEP_ALIVE_SECONDS = 30;

    /** The challenge by which the client asks, before a tunnel, whether its request is to be another. */
    private static final String BEFORE_TUNNEL = "OkHttp-Preemptive";

    private ClientBuilder() {}

    /** A client with its own connections, under the settings' limits, through their proxy. */
    static OkHttpClient build(HttpSettings settings, TlsSockets tls, Dns names, Interceptor guard) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(List.of(
                        new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                                .allEnabledTlsVersions()
                                .allEnabledCipherSuites()
                                .build(),
                        ConnectionSpec.CLEARTEXT))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .fastFallback(false)
                // As many connections are kept as there were requests in flight, which are bounded elsewhere.
                .connectionPool(new ConnectionPool(Integer.MAX_VALUE, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS))
                // The deadline of the whole request is set for each; a connection's is kept by its progress.
                .connectTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .socketFactory(new ChannelSockets())
                .sslSocketFactory(tls, tls.trust())
                .dns(names)
                .proxyAuthenticator(ClientBuilder::tunnel)
                .eventListenerFactory(call -> RequestProgress.of(call.request()))
                .addNetworkInterceptor(guard);
        InetSocketAddress proxy = settings.proxy();
        if (proxy != null) {
            builder.proxy(new Proxy(Proxy.Type.HTTP, proxy));
        }
        return builder.build();
    }

    /** The request for a tunnel, under our name; a proxy that wants a password gets none. */
    private static Request tunnel(@Nullable Route route, Response response) throws IOException {
        for (Challenge challenge : response.challenges()) {
            if (challenge.scheme().equalsIgnoreCase(BEFORE_TUNNEL)) {
                return response.request()
                        .newBuilder()
                        .header("user-agent", USER_AGENT)
                        .build();
            }
        }
        throw new RefusedByProxyException(response.code());
    }

    /** Reports a proxy that wants a user and a password for a tunnel. */
    static final class RefusedByProxyException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        RefusedByProxyException(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
