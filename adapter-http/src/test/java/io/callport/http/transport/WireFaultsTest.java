package io.callport.http.transport;

import static io.callport.query.QueryFailure.Sent.MAYBE;
import static io.callport.query.QueryFailure.Sent.NO;
import static io.callport.query.QueryFailure.Sent.YES;
import static io.callport.query.Reason.MALFORMED_ANSWER;
import static io.callport.query.Reason.VENDOR_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.HttpSettings;
import io.callport.http.settings.ResponseSignatures;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults on the wire beyond the sandbox's faults. */
@Timeout(300)
class WireFaultsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @Test
    void aRefusedConnectionWasNotSent() throws IOException {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        assertFailure(ask(nobody), VENDOR_UNAVAILABLE, NO);
    }

    @Test
    void anUnknownHostWasNotSent() {
        assertFailure(ask(URI.create("http://vendor.invalid")), VENDOR_UNAVAILABLE, NO);
    }

    @Test
    void aConnectionThatIsNotAcceptedInTimeWasNotSent() throws IOException {
        List<Socket> queued = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(full, queued);
            HttpSettings settings = new HttpSettings(
                    Duration.ofMillis(300), Duration.ofSeconds(15), 1000, ResponseSignatures.OFF, java.util.Map.of());
            URI url = URI.create("http://127.0.0.1:" + full.getLocalPort());

            QueryFailure failure = ask(url, settings);
            assertFailure(failure, VENDOR_UNAVAILABLE, NO);
            assertThat(failure.detail()).contains("in time");
        } finally {
            for (Socket socket : queued) {
                socket.close();
            }
        }
    }

    /** Until the backlog takes no more, so that the next connection hangs. */
    private static void fill(ServerSocket server, List<Socket> queued) throws IOException {
        for (int i = 0; i < 16; i++) {
            Socket socket = new Socket();
            queued.add(socket);
            try {
                socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 200);
            } catch (IOException e) {
                return;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OK + "Content-Length: 20\r\n\r\n{}",
                OK + "Content-Length: x\r\n\r\n{}",
                OK + "Content-Length: -3\r\n\r\n{}",
                OK + "Transfer-Encoding: chunked\r\n\r\n5\r\n{}",
                OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n",
                OK + "Content-Le",
                "HTTP/1.1 20x OK\r\n\r\n",
                "SSH-2.0 hello\r\n\r\n",
                "hello"
            })
    void whatIsNotFramedAsHttpIsNoAnswer(String bytes) {
        try (ScriptedVendor vendor = ScriptedVendor.saying(bytes)) {
            assertFailure(ask(vendor.url()), MALFORMED_ANSWER, MAYBE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "3",
                "[]",
                "\"text\"",
                "{",
                "{}",
                "{\"success\":true",
                "{\"success\":true,\"code\":\"200\",\"data\":{}}x",
                "{\"success\":true,\"code\":\"200\"}",
                "{\"success\":true,\"code\":\"200\",\"data\":null}",
                "{\"success\":true,\"code\":\"200\",\"data\":[]}",
                "{\"success\":true,\"code\":\"200\",\"data\":{\"n\":NaN}}",
                "{\"success\":true,\"code\":\"200\",\"data\":{\"n\":1e99999999999}}",
                "<html>"
            })
    void whatIsNotTheDocumentedJsonIsNoAnswer(String body) {
        try (ScriptedVendor vendor = ScriptedVendor.answering(body)) {
            assertFailure(ask(vendor.url()), MALFORMED_ANSWER, YES);
        }
    }

    @Test
    void jsonThatIsTooDeepOrHasNumbersTooLongOrIsNotUtf8IsNoAnswer() {
        String start = "{\"success\":true,\"code\":\"200\",\"data\":{\"n\":";
        List<String> hostile =
                List.of(start + "[".repeat(100_000), start + "7".repeat(5_000) + "}}", start + "\"\u00ff\u00fe\"}}");
        for (String body : hostile) {
            try (ScriptedVendor vendor = ScriptedVendor.answering(body.getBytes(StandardCharsets.ISO_8859_1))) {
                assertFailure(ask(vendor.url()), MALFORMED_ANSWER, YES);
            }
        }
    }

    @Test
    void anAnswerMayBeAsLargeAsConfiguredAndNoLarger() {
        byte[] body = "{\"success\":true,\"code\":\"200\",\"data\":{}}".getBytes(StandardCharsets.UTF_8);
        try (ScriptedVendor vendor = ScriptedVendor.answering(body)) {
            assertThat(answer(vendor.url(), size(body.length)).displayNumbers()).isEmpty();
            assertFailure(ask(vendor.url(), size(body.length - 1)), MALFORMED_ANSWER, MAYBE);
        }
    }

    private static HttpSettings size(int bytes) {
        return new HttpSettings(
                Duration.ofSeconds(5), Duration.ofSeconds(15), bytes, ResponseSignatures.OFF, java.util.Map.of());
    }

    @Test
    void aBodyThatDripsEndsWhenTheTimeIsUpAndSoDoesItsConnection() throws Exception {
        CompletableFuture<Boolean> gone = new CompletableFuture<>();
        try (ScriptedVendor vendor = new ScriptedVendor(connection -> drip(connection, gone))) {
            assertFailure(
                    ask(vendor.url(), DocumentedExamples.timeout(Duration.ofMillis(300))), VENDOR_UNAVAILABLE, MAYBE);
            assertThat(gone.get()).isTrue();
        }
    }

    private static void drip(Socket connection, CompletableFuture<Boolean> gone) throws IOException {
        try {
            connection
                    .getOutputStream()
                    .write((OK + "Content-Length: 1000000\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            connection.setSoTimeout(20);
            while (true) {
                connection.getOutputStream().write(' ');
                pause(connection);
            }
        } catch (IOException e) {
            gone.complete(true);
        }
    }

    /** Waits a little for the client to go away. */
    private static void pause(Socket connection) throws IOException {
        try {
            if (connection.getInputStream().read() < 0) {
                throw new IOException("the client went away");
            }
        } catch (java.net.SocketTimeoutException e) {
            // it is still there
        }
    }

    @Test
    void anInterruptedThreadStaysInterruptedAndMayHaveSent() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        AtomicReference<QueryFailure> failure = new AtomicReference<>();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        try (ScriptedVendor vendor = stalled(arrived)) {
            Thread asking = new Thread(() -> {
                failure.set(ask(vendor.url()));
                interrupted.set(Thread.currentThread().isInterrupted());
            });
            asking.start();
            arrived.await();
            asking.interrupt();
            asking.join();
        }
        assertFailure(failure.get(), VENDOR_UNAVAILABLE, MAYBE);
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void aThreadThatWaitedTooLongIsNotInterrupted() throws Exception {
        HttpSettings brief = DocumentedExamples.timeout(Duration.ofMillis(300));
        try (ScriptedVendor vendor = stalled(new CountDownLatch(1));
                HttpPorts ports = HttpPorts.open(brief, List.of(DocumentedExamples.moor(vendor.url())))) {
            QueryFailure failure = DocumentedExamples.failure(() -> DocumentedExamples.numbers(ports));

            assertFailure(failure, VENDOR_UNAVAILABLE, MAYBE);
            assertThat(failure.detail()).isEqualTo("No complete answer within " + brief.timeout());
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void closingEndsWhatIsInFlightAndRefusesWhatComesAfter() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        try (ScriptedVendor vendor = stalled(arrived)) {
            HttpPorts ports = HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(vendor.url())));
            CompletableFuture<QueryFailure> failure = CompletableFuture.supplyAsync(
                    () -> DocumentedExamples.failure(() -> DocumentedExamples.numbers(ports)));
            arrived.await();
            ports.close();

            assertFailure(failure.get(), VENDOR_UNAVAILABLE, MAYBE);
            assertFailure(DocumentedExamples.failure(() -> DocumentedExamples.numbers(ports)), VENDOR_UNAVAILABLE, NO);
        }
    }

    /** Reads the request and stays silent until the client goes away. */
    private static ScriptedVendor stalled(CountDownLatch arrived) {
        return new ScriptedVendor(connection -> {
            arrived.countDown();
            connection.getInputStream().read();
        });
    }

    @Test
    void requestsAreHttp11AndOverOneKeptConnection() throws Exception {
        List<String> ports = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        com.sun.net.httpserver.HttpServer server =
                com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            paths.add(exchange.getRequestURI().toString());
            ports.add(exchange.getProtocol().toLowerCase(Locale.ROOT) + exchange.getRemoteAddress());
            byte[] body =
                    DocumentedExamples.example("7moor/call_query_group.json").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix/");
        try (HttpPorts open = HttpPorts.open(HttpSettings.DEFAULT, List.of(DocumentedExamples.moor(url)))) {
            DocumentedExamples.groups(open);
            DocumentedExamples.groups(open);
        } finally {
            server.stop(0);
        }
        assertThat(ports).hasSize(2).allMatch(seen -> seen.startsWith("http/1.1"));
        assertThat(ports.get(0)).isEqualTo(ports.get(1));
        assertThat(paths).containsOnly("/prefix/openapi/v1/call/query/group");
    }

    private static io.callport.numberpool.NumberPool answer(URI url, HttpSettings settings) {
        try (HttpPorts ports = HttpPorts.open(settings, List.of(DocumentedExamples.moor(url)))) {
            return DocumentedExamples.numbers(ports);
        }
    }

    private static QueryFailure ask(URI url) {
        return ask(url, DocumentedExamples.timeout(Duration.ofSeconds(15)));
    }

    private static QueryFailure ask(URI url, HttpSettings settings) {
        return DocumentedExamples.failure(() -> answer(url, settings));
    }

    private static void assertFailure(QueryFailure failure, Reason reason, Sent sent) {
        assertThat(failure.reason()).as(failure.toString()).isEqualTo(reason);
        assertThat(failure.sent()).as(failure.toString()).isEqualTo(sent);
        assertThat(failure.detail()).isNotBlank();
    }
}
