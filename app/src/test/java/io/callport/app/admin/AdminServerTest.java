package io.callport.app.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.account.Account;
import io.callport.config.AdminConfig;
import io.callport.kafka.state.Health;
import io.callport.kafka.state.LoopSnapshot;
import io.callport.observability.metrics.Metrics;
import io.callport.query.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminServerTest {
    private final AtomicReference<Health> health = new AtomicReference<>(new Health(true, List.of()));
    private final AtomicReference<List<VendorPing>> pings = new AtomicReference<>(List.of());
    private final AtomicReference<LoopSnapshot> snapshot =
            new AtomicReference<>(new LoopSnapshot(Instant.EPOCH, List.of(), List.of()));
    private final Metrics metrics = new Metrics(Set.of("7moor"), List.of("in"), List.of("kept"));
    private final HttpClient client = HttpClient.newHttpClient();
    private AdminServer server;

    @BeforeEach
    void start() throws IOException {
        server = start(new AdminConfig("127.0.0.1", freePort(), List.of("callport")));
    }

    private AdminServer start(AdminConfig config) {
        return AdminServer.start(config, health::get, pings::get, snapshot::get, metrics::scrape);
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    @Test
    void isReadyAndLive() throws Exception {
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body().strip()).isEqualTo("{\"status\":\"ready\",\"reasons\":[]}");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhyItIsNotReady() throws Exception {
        health.set(new Health(true, List.of("It is joining the group", "a \"quoted\" reason")));
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body().strip())
                .isEqualTo("{\"status\":\"not-ready\",\"reasons\":[\"It is joining the group\","
                        + "\"a \\\"quoted\\\" reason\"]}");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsOfVendorsBesideAndIsReadyWhateverTheySay() throws Exception {
        Account account = new Account("callbot", "1");
        pings.set(List.of(
                new VendorPing(account, Instant.EPOCH, null),
                new VendorPing(account, Instant.EPOCH, "unauthorized: x")));
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body().strip())
                .isEqualTo("{\"status\":\"ready\",\"reasons\":[],\"vendors\":["
                        + "{\"account\":\"callbot:1\",\"ping\":\"answered\",\"at\":\"1970-01-01T00:00:00Z\"},"
                        + "{\"account\":\"callbot:1\",\"ping\":\"unauthorized: x\",\"at\":\"1970-01-01T00:00:00Z\"}]}");
    }

    @Test
    void isNotLiveWhenTheLoopStands() throws Exception {
        health.set(new Health(false, List.of("The loop has not turned for 75 s")));
        assertThat(get("/health/live").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").body()).contains("The loop has not turned for 75 s");
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    }

    @Test
    void servesMetricsWithBoundedTags() throws Exception {
        Duration took = Duration.ofMillis(5);
        metrics.ofCommands().resultPublished("number-pool.numbers", new Account("7moor", "1"), null, took);
        metrics.ofCommands().resultPublished("made.up", new Account("acme", "1"), Reason.UNKNOWN_ACCOUNT, took);
        metrics.ofCommands().deadLetterPublished("in");
        metrics.ofCommands().commandRerouted("in");
        metrics.ofCommands().transactionCommitted(3, took);
        metrics.ofCommands().transactionAborted();
        metrics.ofRequests().requestEnded(new Account("7moor", "1"), "/path", Reason.VENDOR_UNAVAILABLE, took);
        HttpResponse<String> response = get("/metrics");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(response.body())
                .contains(
                        "callport_commands_seconds_count{outcome=\"answered\",query=\"number-pool.numbers\",vendor=\"7moor\"} 1")
                .contains(
                        "callport_commands_seconds_count{outcome=\"unknown-account\",query=\"unknown\",vendor=\"unknown\"} 1")
                .contains("callport_dead_letters_total{topic=\"in\"} 1.0")
                .contains("callport_commands_rerouted_total{topic=\"in\"} 1.0")
                .contains("callport_transactions_seconds_count 1")
                .contains(
                        "callport_requests_seconds_count{endpoint=\"/path\",outcome=\"vendor-unavailable\",vendor=\"7moor\"} 1")
                .contains("jvm_memory_used_bytes")
                .doesNotContain("made.up", "acme");
    }

    @Test
    void listsItsPages() throws Exception {
        assertThat(get("/").body()).isEqualTo("/accounts\n/health/live\n/health/ready\n/metrics\n");
        assertThat(get("/x").body()).isEqualTo("There are / /accounts /health/live /health/ready /metrics\n");
        assertThat(get("/accounts?format=table").body()).startsWith("ACCOUNT");
    }

    @Test
    void countsACommandWhosePublishersClockIsAhead() throws Exception {
        metrics.ofCommands()
                .resultPublished("number-pool.numbers", new Account("7moor", "1"), null, Duration.ofSeconds(-5));
        assertThat(get("/metrics").body())
                .contains(
                        "callport_commands_seconds_count{outcome=\"answered\",query=\"number-pool.numbers\",vendor=\"7moor\"} 1");
    }

    @Test
    void knowsNothingElse() throws Exception {
        for (String path : List.of("/x", "/health", "/health/ready/", "/metrics/x", "/health/live/../ready")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        HttpRequest post = HttpRequest.newBuilder(uri("/metrics"))
                .POST(BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
        HttpRequest head = HttpRequest.newBuilder(uri("/metrics"))
                .method("HEAD", BodyPublishers.noBody())
                .build();
        assertThat(client.send(head, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND"})
    void otherMethodsAreRefusedAndSayWhichThereAre(String method) throws IOException {
        for (String path : List.of("/metrics", "/health/live", "/", "/x")) {
            String response = exchange(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nX-Secret: s\r\n");
            assertThat(response)
                    .as(path)
                    .startsWith("HTTP/1.1 405 ")
                    .contains("Allow: GET, HEAD")
                    .doesNotContain("X-Secret");
        }
        assertThat(exchange("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n")).startsWith("HTTP/1.1 405 ");
    }

    @Test
    void everyPageTellsTheBrowserToKeepToIt() throws IOException {
        for (String request : List.of(
                "GET / HTTP/1.1\r\nHost: localhost\r\n",
                "GET /x HTTP/1.1\r\nHost: localhost\r\n",
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\n",
                "GET /metrics HTTP/1.1\r\nHost: evil.example\r\n",
                "HEAD /metrics HTTP/1.1\r\nHost: localhost\r\n",
                "GET /accounts HTTP/1.1\r\nHost: localhost\r\n",
                "GET /accounts?format=x HTTP/1.1\r\nHost: localhost\r\n",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\n",
                "GET /health/ready HTTP/1.1\r\nHost: localhost\r\n",
                "POST / HTTP/1.1\r\nHost: localhost\r\n",
                "nonsense\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n",
                "GET /%2e%2e/x HTTP/1.1\r\nHost: localhost\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n")) {
            assertThat(exchange(request))
                    .as(request)
                    .contains("X-Content-Type-Options: nosniff\r\n")
                    .contains("Cache-Control: no-store\r\n")
                    .contains("Referrer-Policy: no-referrer\r\n")
                    .contains("Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n")
                    .doesNotContain("Jetty", "<html");
        }
    }

    @Test
    void aHeadHasTheHeadersOfThePageAndNoBody() throws IOException {
        String get = exchange("GET /health/ready HTTP/1.1\r\nHost: localhost\r\n");
        String head = exchange("HEAD /health/ready HTTP/1.1\r\nHost: localhost\r\n");
        assertThat(head).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
        assertThat(get).contains("Content-Length: 32\r\n");
        assertThat(head).contains("Content-Length: 32\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: evil.example:9464",
                "Host: localhost.evil.example",
                "Host: 127.0.0.1.evil.example",
                "Host: 127.0.0.1@evil.example",
                "Host: callport.evil.example",
                "Host: 2130706433",
                "Host:",
                "X-Forwarded-Host: localhost"
            })
    void aForeignHostSeesNoPageButHealth(String host) throws IOException {
        for (String path : List.of("/", "/x", "/metrics", "/accounts", "/accounts?format=table")) {
            assertThat(exchange("GET " + path + " HTTP/1.0\r\n" + host + "\r\n"))
                    .as(path)
                    .containsPattern("^HTTP/1.1 (403|400) ")
                    .doesNotContain("jvm_memory", "accounts\":");
        }
    }

    @Test
    void theRefusalOfAHostNamesTheKeyToSet() throws IOException {
        assertThat(exchange("GET /metrics HTTP/1.1\r\nHost: callport-0.shop:9464\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .contains("\"callport-0.shop:9464\"")
                .contains("admin.hosts");
        assertThat(exchange("GET http://evil.example/metrics HTTP/1.1\r\nHost: localhost\r\n"))
                .containsPattern("^HTTP/1.1 (403|400) ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:1",
                "localhost.",
                "shop.localhost",
                "127.0.0.1:9464",
                "10.1.2.3",
                "[::1]",
                "[fd00::1]:9464",
                "callport",
                "Callport:9464"
            })
    void aNameOfTheServiceSeesEveryPage(String host) throws IOException {
        for (String path : List.of("/", "/metrics", "/accounts", "/health/live")) {
            assertThat(exchange("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void healthIsAnsweredForEveryHost() throws IOException {
        for (String host : List.of("evil.example", "callport-0.shop:9464", "localhost")) {
            for (String path : List.of("/health/live", "/health/ready")) {
                assertThat(exchange("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n"))
                        .startsWith("HTTP/1.1 200 ");
            }
        }
    }

    /** Sends the head of a request and an empty line, and reads until the server ends the connection. */
    private String exchange(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void saysThatItsPortIsTaken() {
        AdminConfig taken = new AdminConfig("127.0.0.1", server.port(), List.of());
        assertThatThrownBy(() -> start(taken))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("admin.port: %d is taken on 127.0.0.1; choose another, or 0 for none", server.port());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
