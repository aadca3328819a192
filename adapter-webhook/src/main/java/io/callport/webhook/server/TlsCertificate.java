package io.callport.webhook.server;

import io.callport.webhook.settings.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's certificate, read again when a file of it changes. What cannot be read changes nothing: the certificate
 * before stays in use. Used by one thread at a time.
 */
final class TlsCertificate {
    private static final Logger LOG = LoggerFactory.getLogger(TlsCertificate.class);

    private final TlsFiles files;
    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private int contents;

    private TlsCertificate(TlsFiles files) throws IOException {
        this.files = files;
        this.contents = contents(files);
        use(factory, files.keyStore());
    }

    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException if they are no certificate and its key
     * @throws IOException if this JVM can make no key store
     */
    static TlsCertificate read(TlsFiles files) throws IOException {
        return new TlsCertificate(files);
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    /** Reads the files again; connections that are open keep the certificate that they have. */
    void refresh() {
        try {
            int now = contents(files);
            if (now != contents) {
                contents = now;
                KeyStore store = files.keyStore();
                factory.reload(changed -> use(factory, store));
                LOG.atInfo()
                        .addKeyValue("certificate", files.certificate())
                        .log("The certificate of the webhooks' server has changed");
            }
        } catch (IllegalArgumentException e) {
            LOG.atWarn()
                    .addKeyValue("certificate", files.certificate())
                    .addKeyValue("reason", e.getMessage())
                    .log("The certificate of the webhooks' server cannot be read again; the one before stays in use");
        } catch (Exception e) {
            LOG.warn("The certificate of the webhooks' server cannot be changed; the one before stays in use", e);
        }
    }

    private static void use(SslContextFactory.Server factory, KeyStore store) {
        factory.setKeyStore(store);
        factory.setKeyStorePassword("");
    }

    /** A hash of both files' contents: mounted secrets change under an unchanged name, size and time. */
    private static int contents(TlsFiles files) {
        return 31 * hash(files.certificate()) + hash(files.key());
    }

    private static int hash(Path file) {
        try {
            return Arrays.hashCode(Files.readAllBytes(file));
        } catch (IOException e) {
            return 0;
        }
    }
}
