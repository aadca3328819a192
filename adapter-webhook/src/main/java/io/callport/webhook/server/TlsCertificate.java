package io.callport.webhook.server;

import io.callport.webhook.settings.WebhookServerSettings.TlsFiles;
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
    private byte[] certificate;
    private byte[] key;

    private TlsCertificate(TlsFiles files, byte[] certificate, byte[] key) throws IOException {
        this.files = files;
        this.certificate = certificate;
        this.key = key;
        use(factory, PemKeyStore.of(files, certificate, key));
    }

    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException if they hold no certificate with its key
     * @throws IOException if they cannot be read
     */
    static TlsCertificate read(TlsFiles files) throws IOException {
        return new TlsCertificate(files, bytes("certificate", files.certificate()), bytes("key", files.key()));
    }

    SslContextFactory.Server factory() {
        return factory;
    }

    /** Reads the files again; connections that are open keep the certificate that they have. */
    void refresh() {
        try {
            byte[] newCertificate = bytes("certificate", files.certificate());
            byte[] newKey = bytes("key", files.key());
            if (!Arrays.equals(certificate, newCertificate) || !Arrays.equals(key, newKey)) {
                certificate = newCertificate;
                key = newKey;
                KeyStore store = PemKeyStore.of(files, newCertificate, newKey);
                factory.reload(changed -> use(factory, store));
                LOG.atInfo()
                        .addKeyValue("certificate", files.certificate())
                        .log("The certificate of the webhooks' server has changed");
            }
        } catch (IOException | IllegalArgumentException e) {
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

    private static byte[] bytes(String name, Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IOException(name + ": " + file + " cannot be read; check its path and permissions", e);
        }
    }
}
