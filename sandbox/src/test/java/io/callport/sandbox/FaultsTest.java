package io.callport.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultsTest {
    private final VendorSandbox sandbox = VendorSandbox.start(0);
    private final Client client = new Client(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void latencyDelaysTheRightAnswer() throws Exception {
        sandbox.arm(Fault.of(FaultKind.LATENCY, "millis", 300));
        long start = System.nanoTime();

        assertThat(client.numbers().statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(300_000_000L);
        assertThat(sandbox.requests())
                .singleElement()
                .satisfies(seen -> assertThat(seen.verdict()).isEqualTo("fault:latency"));
    }

    @Test
    void everyFaultCanBeDelayed() throws Exception {
        sandbox.arm(Fault.of(FaultKind.GARBAGE).with("millis", 200));
        long start = System.nanoTime();

        assertThat(client.numbers().body()).contains("No JSON");
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(200_000_000L);
    }

    @Test
    void statusHasItsBodyAndRetryAfter() throws Exception {
        sandbox.arm(Fault.of(FaultKind.STATUS, Map.of("status", 503, "body", "busy", "retryAfter", "120")));
        HttpResponse<String> response = client.numbers();

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("busy");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("120");
    }

    @Test
    void redirectLeadsElsewhere() throws Exception {
        sandbox.arm(Fault.of(FaultKind.REDIRECT));
        HttpResponse<String> response = client.numbers();

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValue("/elsewhere");
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
                Socket body = ask(FaultKind.STALL_BODY)) {
            ByteArrayOutputStream seen = new ByteArrayOutputStream();
            assertSilent(headers, new ByteArrayOutputStream());
            assertSilent(body, seen);
            assertThat(seen.toString(ISO_8859_1)).startsWith("HTTP/1.1 200").contains("{\"success\":true");

            sandbox.close();
            assertThat(headers.getInputStream().read()).isEqualTo(-1);
            assertThat(body.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void endlessGoesOnUntilTheSandboxCloses() throws Exception {
        sandbox.arm(Fault.of(FaultKind.ENDLESS).with("pauseMillis", 1).at(Client.GROUPS));
        try (Socket fast = ask(FaultKind.ENDLESS);
                Socket slow = ask(Client.GROUPS)) {
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
        HttpRequest request =
                client.request(Client.NUMBERS, client.moorHeaders(Instant.now().getEpochSecond()), "");
        try (InputStream body = Client.http()
                .send(request, HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(new String(body.readNBytes(100_000), ISO_8859_1))
                    .startsWith("{\"success\":true")
                    .endsWith("  ");
        }
    }

    @Test
    void closeEndsAnswersThatAreStillDelayed() throws Exception {
        try (Socket socket = ask(Fault.of(FaultKind.LATENCY, "millis", 600_000), Client.NUMBERS)) {
            assertSilent(socket, new ByteArrayOutputStream());
            sandbox.close();
            assertEnds(socket);
        }
    }

    @Test
    void wrongSignatureIsCallbotsAlone() throws Exception {
        sandbox.arm(Fault.of(FaultKind.WRONG_SIGNATURE));
        assertThat(client.numbers().statusCode()).isEqualTo(200);
        HttpResponse<String> response = client.callInfo("{}");

        String createTs = response.headers().firstValue("createTs").orElseThrow();
        assertThat(response.headers().firstValue("sign").orElseThrow())
                .hasSize(32)
                .isNotEqualTo(Client.callbotSign("MD5", response.body(), createTs, "r-1"));
        assertThat(sandbox.faults()).isEmpty();
    }

    @Test
    void envelopeHasVariants() throws Exception {
        sandbox.arm(Fault.of(FaultKind.ENVELOPE, "variant", "ping").at(Client.CALL_INFO));
        sandbox.arm(Fault.of(FaultKind.ENVELOPE, "variant", "no-request-info").at(Client.NUMBERS));
        sandbox.arm(Fault.of(FaultKind.ENVELOPE, "variant", "bare").at(Client.NUMBERS));

        JsonNode ping = Client.json(client.callInfo("{\"name\":\"牛\"}"));
        assertThat(ping.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("data", "timestamp", "code", "msg", "reqId");
        assertThat(ping.at("/data/name").asText()).isEqualTo("牛");
        assertThat(Client.json(client.numbers()).has("requestInfo")).isFalse();
        assertThat(Client.json(client.numbers()).has("sipNumberList")).isTrue();
    }

    @Test
    void looseTypesSayTheSameInOtherTypes() throws Exception {
        sandbox.arm(Fault.of(FaultKind.LOOSE_TYPES));
        JsonNode data = Client.json(client.numbers()).path("data");

        assertThat(data.at("/displayNumberList/0/concurrency").textValue()).isEqualTo("1");
        assertThat(data.at("/sipNumberList/0/status").textValue()).isEqualTo("1");
        assertThat(data.at("/sipNumberList/0/isNAT").textValue()).isEqualTo("0");
        assertThat(data.at("/sipNumberList/0/isWebRtc").intValue()).isZero();
        assertThat(data.at("/sipNumberList/0/isWebRtc").isInt()).isTrue();
        assertThat(data.at("/sipNumberList/0/number").textValue()).isEqualTo("2000");
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void hugeIsExactlyAsLargeAsAskedForAndStillJson(Place place) throws Exception {
        sandbox.arm(Fault.of(FaultKind.HUGE, "bytes", 300_000));
        HttpResponse<String> response = place == Place.CALL_INFO
                ? client.callInfo("{}")
                : client.send(place.path, client.moorHeaders(Instant.now().getEpochSecond()), "");

        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(300_000);
        JsonNode list = Client.json(response).at(place.list);
        assertThat(list.size()).isGreaterThan(500);
        assertThat(list.get(2).path(place.id).asText()).isEqualTo("1000000001");
    }

    private enum Place {
        NUMBERS(Client.NUMBERS, "/data/displayNumberList", "number"),
        GROUPS(Client.GROUPS, "/data", "_id"),
        CALL_INFO(Client.CALL_INFO, "/data/numbers", "number");

        private final String path;
        private final String list;
        private final String id;

        Place(String path, String list, String id) {
            this.path = path;
            this.list = list;
            this.id = id;
        }
    }

    @Test
    void missingDataLeavesTheEnvelope() throws Exception {
        sandbox.arm(Fault.of(FaultKind.MISSING_DATA));
        JsonNode answer = Client.json(client.numbers());

        assertThat(answer.path("success").booleanValue()).isTrue();
        assertThat(answer.has("data")).isFalse();
    }

    @Test
    void codeIsEachVendorsFailureEnvelope() throws Exception {
        sandbox.arm(Fault.of(FaultKind.CODE, Map.of("code", "400", "message", "no")));
        sandbox.arm(Fault.of(FaultKind.CODE, "code", 5001));
        sandbox.arm(Fault.of(FaultKind.CODE, "code", "99"));

        JsonNode moor = Client.json(client.numbers());
        JsonNode callbot = Client.json(client.callInfo("{}"));
        String body = "{}";
        JsonNode nxlink = Client.json(
                client.send(Client.NXLINK_NUMBERS, Client.nxlinkHeaders(System.currentTimeMillis(), body), body));

        assertThat(moor.toString()).isEqualTo("{\"success\":false,\"code\":\"400\",\"message\":\"no\"}");
        assertThat(callbot.path("retCode").intValue()).isEqualTo(5001);
        assertThat(callbot.path("retMsg").asText()).isEqualTo("Server internal error");
        assertThat(nxlink.path("code").intValue()).isEqualTo(99);
    }

    @Test
    void aFaultIsSpentOnRequestsThatWouldHaveBeenAnswered() throws Exception {
        sandbox.arm(Fault.of(FaultKind.GARBAGE));
        client.send(Client.NUMBERS, Map.of(), "");

        assertThat(sandbox.faults()).hasSize(1);
    }

    private Socket ask(FaultKind kind) throws Exception {
        return ask(Fault.of(kind).at(Client.NUMBERS), Client.NUMBERS);
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
    private static void assertSilent(Socket socket, ByteArrayOutputStream seen) throws IOException {
        socket.setSoTimeout(300);
        assertThatThrownBy(() -> readAll(socket, seen)).isInstanceOf(SocketTimeoutException.class);
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
