package io.callport.webhook.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.callport.webhook.WebhookServer;
import io.callport.webhook.Webhooks;
import io.callport.webhook.fixture.Callbacks;
import io.callport.webhook.fixture.Client;
import io.callport.webhook.fixture.RecordingSink;
import io.callport.webhook.fixture.SimulatedClock;
import io.callport.webhook.settings.TlsFiles;
import io.callport.webhook.settings.WebhookListener;
import io.callport.webhook.settings.WebhookServerSettings;
import io.callport.webhook.settings.WebhookSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS with files in PEM, which are read again when they change. */
@Timeout(300)
class TlsTest {
    private static final Path RESOURCES = Path.of("src/test/resources/tls");

    @TempDir
    Path directory;

    private TlsFiles files;

    @BeforeEach
    void files() {
        files = new TlsFiles(directory.resolve("tls.pem"), directory.resolve("key.pem"));
    }

    @ParameterizedTest
    @CsvSource({"first,first-key", "rsa,rsa-key"})
    void aCallbackComesOverTls(String certificate, String key) throws Exception {
        use(certificate, key);
        try (WebhookServer server = WebhookServer.start(
                        new WebhookServerSettings(
                                "127.0.0.1",
                                0,
                                files,
                                WebhookServerSettings.UNVERIFIED_BYTES,
                                WebhookServerSettings.BODY_TIMEOUT),
                        Webhooks.of(
                                WebhookSettings.of(Callbacks.ACCOUNTS),
                                new RecordingSink(),
                                WebhookListener.NONE,
                                new SimulatedClock()));
                SSLSocket socket = connect(server.port());
                Client client = new Client(socket)) {
            assertThat(client.send(Callbacks.callbot("call", Callbacks.CALL)).response())
                    .startsWith("200 ");
            assertThat(name(socket)).contains("CN=" + certificate + ".callport.test");
        }
    }

    @Test
    void aChangedCertificateIsUsedAndABrokenOneIsNot() throws Exception {
        use("first", "first-key");
        TlsCertificate certificate = TlsCertificate.read(files);
        assertThat(served(certificate)).contains("CN=first");
        use("second", "first-key"); // the key comes later
        certificate.refresh();
        assertThat(served(certificate)).contains("CN=first");
        use("second", "second-key");
        certificate.refresh();
        assertThat(served(certificate)).contains("CN=second");
        Files.delete(files.key());
        certificate.refresh();
        assertThat(served(certificate)).contains("CN=second");
    }

    @ParameterizedTest
    @CsvSource({
        "first,second-key,'key: .*key.pem is not the key of the first certificate in .*'",
        "first,first,'key: .*key.pem must hold a private key in PEM .*openssl pkcs8 -topk8 -nocrypt'",
        "rsa,rsa-pkcs1-key,'key: .*key.pem must hold a private key in PEM .*openssl pkcs8 -topk8 -nocrypt'",
        "first-key,first-key,'certificate: .*tls.pem must hold a certificate in PEM.*'"
    })
    void filesThatAreNoPairAreRefusedWithTheirRemedy(String certificate, String key, String message)
            throws IOException {
        use(certificate, key);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TlsCertificate.read(files))
                .withMessageMatching(message);
    }

    /** The name in the certificate that new connections get. */
    private static String served(TlsCertificate certificate) throws GeneralSecurityException {
        return ((X509Certificate) certificate.factory().getKeyStore().getCertificate("callport"))
                .getSubjectX500Principal()
                .getName();
    }

    private void use(String certificate, String key) throws IOException {
        Files.write(files.certificate(), Files.readAllBytes(RESOURCES.resolve(certificate + ".pem")));
        Files.write(files.key(), Files.readAllBytes(RESOURCES.resolve(key + ".pem")));
    }

    private static SSLSocket connect(int port) throws GeneralSecurityException, IOException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, null);
        return (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
    }

    private static String name(SSLSocket socket) throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName();
    }

    /** Trusts every certificate: the test looks at the one that it gets. */
    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
