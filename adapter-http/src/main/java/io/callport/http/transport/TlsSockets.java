package io.callport.http.transport;

import io.callport.http.settings.Truststore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes the JDK's sockets of TLS, and remembers over which socket each was made. Thread-safe. */
final class TlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory jdk;
    private final Map<Socket, ChannelSocket> below = Collections.synchronizedMap(new WeakHashMap<>());

    private final X509TrustManager trust;

    private TlsSockets(SSLSocketFactory jdk, X509TrustManager trust) {
        this.jdk = jdk;
        this.trust = trust;
    }

    /** Sockets that trust the authorities of this truststore; those of the JDK if there is none. */
    static TlsSockets trusting(@Nullable Truststore truststore) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(truststore == null ? null : keys(truststore));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new TlsSockets(context.getSocketFactory(), (X509TrustManager) trust.getTrustManagers()[0]);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This JVM cannot use a truststore", e);
        }
    }

    private static KeyStore keys(Truststore truststore) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        for (X509Certificate certificate : truststore.certificates()) {
            trusted.setCertificateEntry(Integer.toString(trusted.size()), certificate);
        }
        return trusted;
    }

    /** The authorities that are trusted. */
    X509TrustManager trust() {
        return trust;
    }

    /** The socket whose bytes a connection reads, below TLS if it has TLS; {@code null} if it is not of ours. */
    @Nullable
    ChannelSocket below(Socket socket) {
        return socket instanceof ChannelSocket plain ? plain : below.get(socket);
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        Socket socket = jdk.createSocket(plain, host, port, autoClose);
        if (plain instanceof ChannelSocket channel) {
            below.put(socket, channel);
        }
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return jdk.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return jdk.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
