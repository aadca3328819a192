package io.callport.http.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.fixture.TlsVendor;
import io.callport.http.fixture.TlsVendor.Authority;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
import io.callport.http.settings.Truststore;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures before a byte of the request was sent: they cost nothing, and their causes are named. */
@Timeout(300)
class ConnectFailureTest {
    @TempDir
    static Path directory;

    private static Authority authority;

    @BeforeAll
    static void makeCertificates() throws Exception {
        authority = Authority.make(directory);
    }

    @Test
    void aVendorWhoseAuthorityIsTrustedAnswers() {
        try (TlsVendor vendor = TlsVendor.start(authority, "good");
                HttpPorts ports = open(vendor.url(), null, authority.truststore())) {
            assertThat(DocumentedExamples.groups(ports)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "expired, certificate has expired",
        "future, certificate is not valid yet",
        "other, certificate is for another host name"
    })
    void aCertificateThatIsNotAcceptedIsNamed(String certificate, String cause) {
        try (TlsVendor vendor = TlsVendor.start(authority, certificate)) {
            assertNotSent(ask(vendor.url(), null, authority.truststore()), cause);
            assertThat(vendor.requests()).isZero();
        }
    }

    @Test
    void anAuthorityThatIsNotTrustedIsNamed() {
        try (TlsVendor vendor = TlsVendor.start(authority, "good")) {
            assertNotSent(ask(vendor.url(), null, null), "certificate is unknown");
            assertThat(vendor.requests()).isZero();
        }
    }

    @Test
    void aVersionThatIsNotSharedIsNamed() {
        byte[] protocolVersion = {21, 3, 3, 0, 2, 2, 70};
        assertNotSent(askSaying(protocolVersion), "no version or cipher of TLS");
    }

    @Test
    void aVendorWithoutTlsIsNamed() {
        byte[] http = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        assertNotSent(askSaying(http), "does not speak TLS");
    }

    @Test
    void aHandshakeThatEndsIsNamed() {
        assertNotSent(askSaying(new byte[0]), "within the TLS handshake");
    }

    @Test
    void aHandshakeWithoutAnEndIsNotSent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            HttpSettings brief = settings(Duration.ofMillis(500), null, null);
            assertNotSent(ask(https(silent), brief), "in time");

            HttpSettings longer = new HttpSettings(
                    Duration.ofSeconds(30), Duration.ofMillis(500), 1000, ResponseSignatures.OFF, Map.of());
            assertNotSent(ask(https(silent), longer), "No connection within");
        }
    }

    /** Answers the first bytes of a connection with these, then ends it. */
    private static QueryFailure askSaying(byte[] bytes) {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket connection = server.accept()) {
                    connection.getInputStream().read(new byte[1]);
                    connection.getOutputStream().write(bytes);
                    connection.shutdownOutput();
                    connection.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // the client went away
                }
            });
            thread.setDaemon(true);
            thread.start();
            return ask(https(server), null, null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static URI https(ServerSocket server) {
        return URI.create("https://localhost:" + server.getLocalPort());
    }

    @ParameterizedTest
    @CsvSource({
        "https, 407 Proxy Authentication Required, user and a password",
        "http, 407 Proxy Authentication Required, user and a password",
        "https, 403 Forbidden, did not connect to the vendor: it answered HTTP 403",
        "https, 502 Bad Gateway, did not connect to the vendor: it answered HTTP 502"
    })
    void aProxyThatRefusesIsNamed(String scheme, String status, String cause) {
        try (ScriptedVendor proxy = ScriptedVendor.answering(status, "", new byte[0])) {
            assertNotSent(ask(URI.create(scheme + "://vendor.invalid"), proxy.url(), null), cause);
        }
    }

    @Test
    void aProxyThatCannotBeReachedIsNamed() throws IOException {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        assertNotSent(ask(URI.create("https://vendor.invalid"), nobody, null), "proxy cannot be connected to");
        assertNotSent(
                ask(URI.create("https://vendor.invalid"), URI.create("http://proxy.invalid:3128"), null),
                "proxy's host name is unknown");
    }

    @Test
    void aProxyThatEndsTheTunnelIsNamed() {
        try (ScriptedVendor proxy = ScriptedVendor.saying("")) {
            assertNotSent(
                    ask(URI.create("https://vendor.invalid"), proxy.url(), null), "connection to the proxy ended");
        }
    }

    /** The proxy accepts the connection and never answers {@code CONNECT}. */
    @Test
    void aProxyThatNeverMakesTheTunnelIsNotSentAndEndsInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI proxy = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            URI vendor = URI.create("https://vendor.invalid");
            assertNotSent(
                    ask(vendor, settings(Duration.ofMillis(500), proxy, null)),
                    "proxy did not accept the connection in time");
            assertNotSent(
                    ask(vendor, settings(Duration.ofSeconds(90), Duration.ofMillis(500), proxy, null)),
                    "No connection within PT0.5S");
        }
    }

    @Test
    void requestsGoThroughTheProxy() {
        byte[] body = DocumentedExamples.example("7moor/call_query_group.json").getBytes(StandardCharsets.UTF_8);
        try (ScriptedVendor proxy = ScriptedVendor.answering("200 OK", "", body);
                HttpPorts ports = open(URI.create("http://vendor.invalid"), proxy.url(), null)) {
            assertThat(DocumentedExamples.groups(ports)).isNotNull();
            assertThat(proxy.texts().get(0))
                    .startsWith("POST http://vendor.invalid/openapi/v1/call/query/group HTTP/1.1");
        }
    }

    /** The vendor's own failure: the request came, and costs what it costs. */
    @Test
    void behindAProxyAVendorThatEndsTheConnectionMayHaveTheRequest() {
        try (ScriptedVendor proxy = ScriptedVendor.saying("")) {
            QueryFailure failure = ask(URI.create("http://vendor.invalid"), proxy.url(), null);
            assertThat(failure.sent()).isEqualTo(Sent.MAYBE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void aFileWithoutCertificatesIsNoTruststore(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("wrong.pem"), content);
        assertThatThrownBy(() -> Truststore.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("truststore: must be a file of certificates in PEM");
    }

    @Test
    void aFileThatIsNotThereIsNoTruststore() {
        assertThatThrownBy(() -> Truststore.read(directory.resolve("missing.pem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can be read");
    }

    private static HttpPorts open(URI url, @Nullable URI proxy, @Nullable Truststore truststore) {
        return HttpPorts.open(
                settings(Duration.ofSeconds(20), proxy, truststore), List.of(DocumentedExamples.moor(url)));
    }

    private static HttpSettings settings(
            Duration connectTimeout, @Nullable URI proxy, @Nullable Truststore truststore) {
        return settings(connectTimeout, Duration.ofSeconds(40), proxy, truststore);
    }

    private static HttpSettings settings(
            Duration connectTimeout, Duration timeout, @Nullable URI proxy, @Nullable Truststore truststore) {
        return new HttpSettings(
                connectTimeout,
                timeout,
                1 << 20,
                ResponseSignatures.OFF,
                Map.of(),
                proxy == null ? null : InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort()),
                truststore);
    }

    private static QueryFailure ask(URI url, @Nullable URI proxy, @Nullable Truststore truststore) {
        return ask(url, settings(Duration.ofSeconds(20), proxy, truststore));
    }

    private static QueryFailure ask(URI url, HttpSettings settings) {
        try (HttpPorts ports = HttpPorts.open(settings, List.of(DocumentedExamples.moor(url)))) {
            return DocumentedExamples.failure(() -> DocumentedExamples.groups(ports));
        }
    }

    private static void assertNotSent(QueryFailure failure, String cause) {
        assertThat(failure.detail()).contains(cause);
        assertThat(failure.reason()).isEqualTo(Reason.VENDOR_UNAVAILABLE);
        assertThat(failure.sent()).isEqualTo(Sent.NO);
    }
}
