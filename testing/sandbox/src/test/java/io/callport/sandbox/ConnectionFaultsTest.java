package io.callport.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.callport.sandbox.fault.Fault;
import io.callport.sandbox.fault.FaultKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The faults that end, hold or spoil the connection, as a bare socket sees them. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConnectionFaultsTest {
    private final VendorSandbox sandbox = VendorSandbox.start(0);
    private final SandboxClient client = new SandboxClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void resetEndsTheConnectionBeforeAnyByte() throws Exception {
        try (Socket socket = ask(FaultKind.RESET)) {
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void resetInBodyEndsTheConnectionAfterHalfTheBody() throws Exception {
        try (Socket socket = ask(FaultKind.RESET_IN_BODY)) {
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            assertThatThrownBy(() -> readAll(socket, seen)).isInstanceOf(SocketException.class);
            assertThat(seen.toString(ISO_8859_1)).startsWith("HTTP/1.1 200").contains("{\"success\":true");
        }
    }

    @Test
    void closeEndsTheConnectionInOrderBeforeAnyByte() throws Exception {
        try (Socket socket = ask(FaultKind.CLOSE)) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void notHttpIsNoHttp() throws Exception {
        try (Socket socket = ask(FaultKind.NOT_HTTP)) {
            assertThat(readAll(socket, new ByteArrayOutputStream())).startsWith("SSH-2.0");
        }
    }

    @Test
    void truncatedPromisesMoreThanItSends() throws Exception {
        try (Socket socket = ask(FaultKind.TRUNCATED)) {
            String text = readAll(socket, new ByteArrayOutputStream());
            int promised = Integer.parseInt(text.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
            assertThat(text.substring(text.indexOf("\r\n\r\n") + 4)).hasSize(promised / 2);
        }
    }

    @Test
    void stallsHoldTheConnectionUntilTheSandboxCloses() throws Exception {
        try (Socket headers = ask(FaultKind.STALL_HEADERS);
                Socket body = ask(Fault.of(FaultKind.STALL_BODY).at(SandboxClient.GROUPS), SandboxClient.GROUPS)) {
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            while (!seen.toString(ISO_8859_1).contains("{\"success\":true")) {
                seen.write(body.getInputStream().readNBytes(1));
            }
            assertThat(seen.toString(ISO_8859_1)).startsWith("HTTP/1.1 200");
            assertSilent(headers);
            assertSilent(body);

            sandbox.close();
            assertEnds(headers);
            assertEnds(body);
        }
    }

    @Test
    void endlessGoesOnUntilTheSandboxCloses() throws Exception {
        sandbox.arm(Fault.of(FaultKind.ENDLESS).with("pauseMillis", 1).at(SandboxClient.GROUPS));
        try (Socket fast = ask(FaultKind.ENDLESS);
                Socket slow = ask(SandboxClient.GROUPS)) {
            assertThat(fast.getInputStream().readNBytes(5_000_000)).hasSize(5_000_000);
            assertThat(slow.getInputStream().readNBytes(50_000)).hasSize(50_000);
            sandbox.close();
            assertEnds(fast);
            assertEnds(slow);
        }
    }

    @Test
    void endlessIsChunkedHttp() throws Exception {
        sandbox.arm(Fault.of(FaultKind.ENDLESS));
        HttpRequest request = client.request(
                SandboxClient.NUMBERS, client.moorHeaders(Instant.now().getEpochSecond()), "");
        try (InputStream body = SandboxClient.http()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(new String(body.readNBytes(100_000), ISO_8859_1))
                    .startsWith("{\"success\":true")
                    .endsWith("  ");
        }
    }

    @Test
    void closeEndsAnswersThatAreStillDelayed() throws Exception {
        try (Socket socket = ask(Fault.of(FaultKind.LATENCY, "millis", 600_000), SandboxClient.NUMBERS)) {
            assertSilent(socket);
            sandbox.close();
            assertEnds(socket);
        }
    }

    private Socket ask(FaultKind kind) throws Exception {
        return ask(Fault.of(kind).at(SandboxClient.NUMBERS), SandboxClient.NUMBERS);
    }

    private Socket ask(Fault fault, String path) throws Exception {
        sandbox.arm(fault);
        return ask(path);
    }

    private Socket ask(String path) throws Exception {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), sandbox.url().getPort());
        StringBuilder request = new StringBuilder("POST " + path + " HTTP/1.1\r\nHost: sandbox\r\n");
        client.moorHeaders(Instant.now().getEpochSecond())
                .forEach((name, value) ->
                        request.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write((request + "Content-Length: 0\r\n\r\n").getBytes(ISO_8859_1));
        return socket;
    }

    private static String readAll(Socket socket, ByteArrayOutputStream seen) throws IOException {
        InputStream in = socket.getInputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            seen.write(next);
        }
        return seen.toString(ISO_8859_1);
    }

    /** Nothing more within a moment, and the connection is still there. */
    private static void assertSilent(Socket socket) throws IOException {
        socket.setSoTimeout(300);
        assertThatThrownBy(() -> readAll(socket, new ByteArrayOutputStream()))
                .isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(0);
    }

    private static void assertEnds(Socket socket) {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            assertThat(e).isInstanceOf(SocketException.class);
        }
    }
}
