package io.callport.webhook;

import static io.callport.webhook.fixture.Callbacks.CALL;
import static io.callport.webhook.fixture.Callbacks.STATE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.callport.signing.Algorithm;
import io.callport.webhook.fixture.Callbacks;
import io.callport.webhook.fixture.Client;
import io.callport.webhook.fixture.RecordingListener;
import io.callport.webhook.fixture.RecordingSink;
import io.callport.webhook.fixture.SimulatedClock;
import io.callport.webhook.message.WebhookRequest;
import io.callport.webhook.settings.WebhookServerSettings;
import io.callport.webhook.settings.WebhookSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests over sockets: what is authentic is taken, and nothing that a client does keeps another one out. */
@Timeout(300)
class WebhookServerTest {
    private static final int MAX_BODY = 4_096;
    private static final int UNVERIFIED = 32_768;
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final RecordingSink sink = new RecordingSink();
    private final RecordingListener listener = new RecordingListener();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void aConnectionServesOneCallbackAfterAnother() throws IOException {
        Client client = client(server(LONG));
        for (int i = 0; i < 3; i++) {
            assertThat(client.send(Callbacks.callbot("call", CALL)).response())
                    .isEqualTo("200 {\"code\":0,\"retCode\":0,\"msg\":\"success\"}");
        }
        assertThat(client.send(Callbacks.moor(STATE)).status()).isEqualTo(200);
        assertThat(sink.events).hasSize(4);
    }

    @Test
    void aBodyMayComeInChunks() throws IOException {
        Client client = client(server(LONG));
        WebhookRequest request = Callbacks.callbot("call", CALL);
        client.send(Client.head(request, "Transfer-Encoding: chunked\r\n"), new byte[0]);
        for (byte b : request.body()) {
            client.send(new byte[] {'1', '\r', '\n', b, '\r', '\n'});
        }
        assertThat(client.send("0\r\n\r\n".getBytes(ISO_8859_1)).status()).isEqualTo(200);
    }

    @Test
    void noOtherPathAndMethodIsServed() throws IOException {
        WebhookServer server = server(LONG);
        WebhookRequest call = Callbacks.callbot("call", CALL);
        assertThat(client(server)
                        .send(Callbacks.at(call, "/webhooks/callbot/calls"))
                        .status())
                .isEqualTo(404);
        assertThat(client(server).send(Callbacks.at(call, "/")).status()).isEqualTo(404);
        WebhookRequest put = new WebhookRequest("PUT", call.target(), call.headers(), call.body());
        assertThat(client(server).send(put).status()).isEqualTo(405);
        WebhookRequest get = new WebhookRequest("GET", call.target(), call.headers(), new byte[0]);
        assertThat(client(server).send(get).status()).isEqualTo(405);
    }

    @Test
    void aBodyThatIsTooLongIsRefusedBeforeItComes() throws IOException {
        Client client = client(server(LONG));
        client.send(Client.head(Callbacks.callbot("call", CALL), "Content-Length: 4097\r\n"), new byte[0]);
        assertThat(client.status()).isEqualTo(413);
        assertThat(client.closed()).isTrue();
    }

    @Test
    void aBodyThatNeverEndsIsRefusedAtItsBound() throws IOException {
        WebhookServer server = server(LONG);
        Client client = client(server);
        client.send(Client.head(Callbacks.callbot("call", CALL), "Transfer-Encoding: chunked\r\n"), new byte[0]);
        byte[] chunk = ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(ISO_8859_1);
        for (int i = 0; i < 5; i++) {
            client.send(chunk);
        }
        assertThat(client.status()).isEqualTo(413);
        assertThat(server.unverifiedBytes()).isZero();
        assertThat(listener.last()).endsWith(" too-large");
    }

    @Test
    void aBodyThatDoesNotComeInTimeIsRefused() throws IOException {
        WebhookServer server = server(SHORT);
        WebhookRequest call = Callbacks.callbot("call", CALL);
        Client silent = client(server).send(Client.head(call, "Content-Length: 100\r\n"), new byte[0]);
        Client half = client(server).send(Client.head(call, "Content-Length: 100\r\n"), new byte[50]);
        assertThat(silent.status()).isEqualTo(408);
        assertThat(half.status()).isEqualTo(408);
        assertThat(half.closed()).isTrue();
        assertThat(server.unverifiedBytes()).isZero();
        assertThat(listener.received).hasSize(2).allMatch(it -> it.endsWith(" too-slow"));
    }

    @Test
    void aBodyThatIsCutOffIsNoCallback() throws Exception {
        WebhookServer server = server(LONG);
        WebhookRequest call = Callbacks.callbot("call", CALL);
        Client client = client(server);
        client.send(Client.head(call, "Content-Length: 100\r\n"), new byte[50]).endOutput();
        client.response();
        assertThat(client.closed()).isTrue();
        assertThat(sink.events).isEmpty();
        assertThat(server.unverifiedBytes()).isZero();
        assertThat(listener.received).hasSize(1).allMatch(it -> it.endsWith(" cut-off"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 10\r\nContent-Length: 11\r\n",
                "Content-Length: -1\r\n",
                "Content-Length: ten\r\n",
                "Content-Length: 10\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: gzip\r\n"
            })
    void aLengthThatCannotBeIsRefused(String length) throws IOException {
        Client client = client(server(LONG));
        client.send(Client.head(Callbacks.callbot("call", CALL), length), new byte[10]);
        assertThat(client.status()).isIn(400, 501);
        assertThat(client.closed()).isTrue();
        assertThat(sink.events).isEmpty();
    }

    @Test
    void aWrongContentLengthIsNotAuthentic() throws IOException {
        WebhookRequest call = Callbacks.callbot("call", CALL);
        Client client = client(server(LONG));
        client.send(Client.head(call, "Content-Length: " + (call.body().length - 1) + "\r\n"), call.body());
        assertThat(client.status()).isEqualTo(401);
    }

    @Test
    void packedBytesAreVerifiedAsTheyCameAndAreNoJson() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(CALL.getBytes(UTF_8));
        }
        WebhookServer server = server(LONG);
        WebhookRequest signed =
                Callbacks.callbot("call", Callbacks.CALLBOT, Algorithm.MD5, Callbacks.NOW, packed.toByteArray());
        assertThat(client(server).send(signed).status()).isEqualTo(400);
        WebhookRequest plain = Callbacks.callbot("call", CALL);
        WebhookRequest unsigned = new WebhookRequest("POST", plain.target(), plain.headers(), packed.toByteArray());
        assertThat(client(server).send(unsigned).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/webhooks/7moor/%zz/x", "//", "*", "/webhooks/7moor/a%2fb/c", "/webhooks/7moor/../x", "/%00"})
    void aPathThatCannotBeDecodedIsComparedAsItCame(String path) throws IOException {
        Client client = client(server(LONG));
        client.send(Callbacks.at(Callbacks.moor(STATE), path));
        String response = client.response();
        assertThat(response).matches("40[014] .*").doesNotContain("%zz");
    }

    @Test
    void anEncodedPathSecretIsAnotherSecret() throws IOException {
        String encoded = Callbacks.PATH_SECRET.replace("p", "%70");
        assertThat(client(server(LONG))
                        .send(Callbacks.moor(Callbacks.MOOR_ID, encoded, STATE))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void slowClientsByTheHundredKeepNobodyOut() throws IOException {
        WebhookServer server = server(LONG);
        String head = Client.head(Callbacks.callbot("call", CALL), "Content-Length: 4000\r\n");
        for (int i = 0; i < 300; i++) {
            client(server).send(i % 3 == 0 ? "POST /web" : head, new byte[i % 3 == 1 ? 3_000 : 0]);
        }
        for (int i = 0; i < 10; i++) {
            assertThat(client(server).send(Callbacks.callbot("call", CALL)).status())
                    .isEqualTo(200);
        }
        assertThat(server.unverifiedBytes()).isLessThanOrEqualTo(UNVERIFIED);
    }

    @Test
    void thereIsAlwaysRoomForAnotherConnection() throws IOException {
        WebhookServer server = server(LONG);
        for (int i = 0; i < 520; i++) {
            client(server);
        }
        assertThat(client(server).send(Callbacks.callbot("call", CALL)).status())
                .isEqualTo(200);
    }

    @Test
    void aStopAnswersWhatIsInProgress() throws Exception {
        CompletableFuture<Void> safe = new CompletableFuture<>();
        sink.answer = () -> safe;
        WebhookServer server = server(LONG);
        Client client = client(server).send(Callbacks.callbot("call", CALL));
        while (sink.events.isEmpty()) {
            Thread.sleep(1);
        }
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        while (!refusesConnections(server)) {
            Thread.sleep(1);
        }
        safe.complete(null);
        assertThat(client.status()).isEqualTo(200);
        stopped.join();
    }

    private static boolean refusesConnections(WebhookServer server) throws IOException {
        try (Client late = new Client(server.port())) {
            return late.send(Callbacks.callbot("call", CALL)).status() != 200;
        } catch (IOException | IllegalArgumentException e) {
            return true; // the port is closed, or is not known any more
        }
    }

    private WebhookServer server(Duration bodyTimeout) throws IOException {
        WebhookSettings settings = new WebhookSettings(
                Callbacks.ACCOUNTS, MAX_BODY, WebhookSettings.WAITING_BYTES, WebhookSettings.MAX_AGE, Map.of());
        WebhookServer server = WebhookServer.start(
                new WebhookServerSettings("127.0.0.1", 0, null, UNVERIFIED, bodyTimeout),
                Webhooks.of(settings, sink, listener, new SimulatedClock()));
        opened.add(server);
        return server;
    }

    private Client client(WebhookServer server) throws IOException {
        Client client = new Client(server.port());
        opened.add(client);
        return client;
    }
}
