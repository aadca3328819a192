package io.callport.http.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.http.HttpPorts;
import io.callport.http.fixture.DocumentedExamples;
import io.callport.http.fixture.KeepAliveVendor;
import io.callport.http.fixture.ScriptedVendor;
import io.callport.http.settings.HttpSettings;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import jdk.net.ExtendedSocketOptions;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the wire that the HTTP client does not keep by itself. */
@Timeout(300)
class ClientRulesTest {
    private static final String GROUPS = DocumentedExamples.example("7moor/call_query_group.json");
    private static final HttpSettings LONG = DocumentedExamples.timeout(Duration.ofMinutes(10));
    private static final HttpSettings BRIEF = DocumentedExamples.timeout(Duration.ofMillis(300));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "503 Service Unavailable",
                "408 Request Timeout",
                "421 Misdirected Request",
                "307 Temporary Redirect",
                "308 Permanent Redirect",
                "303 See Other",
                "401 Unauthorized",
                "407 Proxy Authentication Required"
            })
    void noStatusMakesTheClientSendAgain(String status) {
        String head = status + "\r\nRetry-After: 0\r\nLocation: /elsewhere\r\nWWW-Authenticate: Basic realm=\"x\"";
        for (String method : List.of("POST", "GET")) {
            try (KeepAliveVendor vendor = new KeepAliveVendor(head, "{}", connection -> {});
                    Transport transport = new Transport(LONG)) {
                RawResponse response = transport.send(request(method, vendor.url()));

                assertThat(response.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
                assertThat(response.headers("retry-after")).containsExactly("0");
                assertThat(vendor.requests()).hasSize(1);
            }
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thereAreNoMoreConnectionsThanRequestsAtOnce() throws Exception {
        int threads = 32;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (KeepAliveVendor vendor = new KeepAliveVendor("200 OK", GROUPS, connection -> {});
                Transport transport = new Transport(LONG)) {
            List<Future<RawResponse>> all = new ArrayList<>();
            for (int i = 0; i < 10 * threads; i++) {
                all.add(pool.submit(() -> transport.send(request("POST", vendor.url()))));
            }
            for (Future<RawResponse> each : all) {
                assertThat(each.get().status()).isEqualTo(200);
            }
            assertThat(vendor.connections()).isBetween(1, threads);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void theHeadersAreOursAndACookieIsForgotten() {
        try (KeepAliveVendor vendor = new KeepAliveVendor("200 OK\r\nSet-Cookie: a=b", GROUPS, connection -> {});
                HttpPorts ports = HttpPorts.open(LONG, List.of(DocumentedExamples.moor(vendor.url())))) {
            DocumentedExamples.groups(ports);
            DocumentedExamples.groups(ports);

            assertThat(vendor.requests())
                    .hasSize(2)
                    .allSatisfy(head -> assertThat(head.lines().map(line -> line.toLowerCase(java.util.Locale.ROOT)))
                            .contains(
                                    "user-agent: callport",
                                    "accept-encoding: identity",
                                    "content-type: application/json")
                            .noneMatch(line -> line.startsWith("cookie")));
        }
    }

    @Test
    void aNameThatIsNeverLookedUpEndsInTimeAndHoldsUpNoOther() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger lookups = new AtomicInteger();
        NameLookup.Resolver resolver = host -> {
            if (host.equals("slow.example")) {
                lookups.incrementAndGet();
                await(never);
            }
            return List.of(InetAddress.getLoopbackAddress());
        };
        try (KeepAliveVendor vendor = new KeepAliveVendor("200 OK", GROUPS, connection -> {});
                Transport transport = new Transport(BRIEF, resolver)) {
            for (int i = 0; i < 3; i++) {
                QueryFailure failure = failure(transport, request("POST", URI.create("http://slow.example")));
                assertThat(failure.sent()).isEqualTo(Sent.NO);
                assertThat(failure.reason()).isEqualTo(Reason.VENDOR_UNAVAILABLE);
            }
            URI quick = URI.create("http://quick.example:" + vendor.url().getPort());
            assertThat(transport.send(request("POST", quick)).status()).isEqualTo(200);
            assertThat(lookups).hasValue(1);
        } finally {
            never.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing was sent to the first address, so that the second one costs nothing. */
    @Test
    void theNextAddressOfANameIsTried() {
        NameLookup.Resolver resolver = host -> List.of(
                InetAddress.getByAddress(new byte[] {127, 0, 0, 2}),
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        try (KeepAliveVendor vendor = new KeepAliveVendor("200 OK", GROUPS, connection -> {});
                Transport transport = new Transport(LONG, resolver)) {
            URI url = URI.create("http://vendor.example:" + vendor.url().getPort());
            assertThat(transport.send(request("POST", url)).status()).isEqualTo(200);
            assertThat(vendor.requests()).hasSize(1);
        }
    }

    @Test
    void headersThatDripEndInTime() {
        try (ScriptedVendor vendor = new ScriptedVendor(connection -> {
                    connection.getOutputStream().write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
                    while (true) {
                        connection.getOutputStream().write('x');
                        pause(5);
                    }
                });
                Transport transport = new Transport(BRIEF)) {
            QueryFailure failure = failure(transport, request("POST", vendor.url()));
            assertThat(failure.detail()).isEqualTo("No complete answer within PT0.3S");
            assertThat(failure.sent()).isEqualTo(Sent.MAYBE);
        }
    }

    /** The timeout is far longer than this test may take: only the interrupt ends the request, and its connection. */
    @Test
    void anInterruptEndsTheRequestAtOnce() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        AtomicReference<QueryFailure> failure = new AtomicReference<>();
        try (ScriptedVendor vendor = new ScriptedVendor(connection -> {
                    arrived.countDown();
                    connection.getInputStream().read();
                    gone.countDown();
                });
                Transport transport = new Transport(LONG)) {
            Thread asking = new Thread(() -> failure.set(failure(transport, request("POST", vendor.url()))));
            asking.start();
            arrived.await();
            asking.interrupt();
            asking.join();
            gone.await();
        }
        assertThat(failure.get().detail()).contains("interrupted");
        assertThat(failure.get().sent()).isEqualTo(Sent.MAYBE);
    }

    @Test
    void aThreadThatIsInterruptedAlreadySendsNothing() {
        try (KeepAliveVendor vendor = new KeepAliveVendor("200 OK", GROUPS, connection -> {});
                Transport transport = new Transport(LONG)) {
            Thread.currentThread().interrupt();
            QueryFailure failure = failure(transport, request("POST", vendor.url()));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure.sent()).isEqualTo(Sent.NO);
            assertThat(vendor.requests()).isEmpty();
        }
    }

    @Test
    void whatAVendorWritesIsInNoFailure() {
        for (String bytes : List.of("SSH-2.0 hunter2\r\n\r\n", "HTTP/1.1 hunter2\r\n\r\n", "hunter2")) {
            try (ScriptedVendor vendor = ScriptedVendor.saying(bytes);
                    Transport transport = new Transport(LONG)) {
                QueryFailedException failed = Assertions.catchThrowableOfType(
                        QueryFailedException.class, () -> transport.send(request("POST", vendor.url())));
                assertThat(failed).hasNoCause();
                assertThat(failed.toString() + failed.failure()).doesNotContain("hunter2");
            }
        }
    }

    /** A vendor that vanished is found out by probes, so that its connections are gone before a request takes them. */
    @Test
    void theSystemLooksAfterSilentConnections() throws IOException {
        try (Socket socket = new ChannelSockets().createSocket()) {
            assertThat(socket.getOption(StandardSocketOptions.SO_KEEPALIVE)).isTrue();
            assertThat(socket.getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
            if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
                assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(5);
                assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL))
                        .isEqualTo(2);
                assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT))
                        .isEqualTo(2);
            }
        }
    }

    private static OutgoingRequest request(String method, URI base) {
        byte[] body = method.equals("GET") ? new byte[0] : "{}".getBytes(US_ASCII);
        return new OutgoingRequest(
                method, base + "/x", OutgoingRequest.usualHeaders().build(), body);
    }

    private static QueryFailure failure(Transport transport, OutgoingRequest request) {
        return DocumentedExamples.failure(() -> transport.send(request));
    }
}
