package io.callport.app.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.config.AdminConfig;
import io.callport.kafka.state.Health;
import io.callport.kafka.state.LoopSnapshot;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Attacks the admin port with clients that hold connections, and looks at the health page meanwhile. */
@Timeout(300)
class AdminPortAttacksTest {
    private static final int HALF_SENT = 64;
    private static final int THOUSANDS = 2_000;

    /** Longer than the page takes on a slow machine, shorter than the server's timeout for a client. */
    private static final int TIMEOUT_MILLIS = 8_000;

    private static final String LARGE_PAGE = "callport_metric 1\n".repeat(1_000_000);

    private final List<Socket> held = new ArrayList<>();
    private AdminServer server;

    @BeforeEach
    void start() throws IOException {
        server = AdminServer.start(
                new AdminConfig("127.0.0.1", freePort(), List.of()),
                () -> new Health(true, List.of()),
                List::of,
                () -> new LoopSnapshot(Instant.EPOCH, List.of(), List.of()),
                () -> LARGE_PAGE);
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
        server.close();
    }

    static Stream<String> stalledRequests() {
        return Stream.of(
                "",
                "G",
                "GET /health/live",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
                "POST /health/live HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nx",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\nx",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nf",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(20));
    }

    @ParameterizedTest
    @MethodSource("stalledRequests")
    void healthIsAnsweredWhileRequestsAreStalled(String stalled) throws IOException {
        for (int i = 0; i < HALF_SENT; i++) {
            hold(stalled);
        }
        healthIsAnswered();
    }

    @ParameterizedTest
    @MethodSource("stalledRequests")
    void healthIsAnsweredWhileThousandsOfConnectionsAreHeld(String stalled) throws IOException {
        for (int i = 0; i < THOUSANDS; i++) {
            hold(stalled);
            if (i % 1_000 == 999) {
                healthIsAnswered();
            }
        }
        healthIsAnswered();
    }

    private void healthIsAnswered() throws IOException {
        assertThat(exchange("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    /**
     * Sends a text on a connection that is kept open and never read. A connection that the server refuses holds
     * nothing.
     */
    private void hold(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        held.add(socket);
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // the server has closed the connection, which is its right
        }
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
