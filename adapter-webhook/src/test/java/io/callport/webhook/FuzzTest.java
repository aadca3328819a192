package io.callport.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.callport.account.Account;
import io.callport.event.EventType;
import io.callport.event.VendorEvent;
import io.callport.signing.Algorithm;
import io.callport.webhook.fixture.Callbacks;
import io.callport.webhook.fixture.Client;
import io.callport.webhook.fixture.RecordingListener;
import io.callport.webhook.fixture.RecordingSink;
import io.callport.webhook.fixture.SimulatedClock;
import io.callport.webhook.message.WebhookReply;
import io.callport.webhook.message.WebhookRequest;
import io.callport.webhook.settings.WebhookListener;
import io.callport.webhook.settings.WebhookOutcome;
import io.callport.webhook.settings.WebhookServerSettings;
import io.callport.webhook.settings.WebhookSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Random changes of authentic callbacks, with a fixed seed: each request has one answer that is documented, is taken
 * only if nothing that its proof covers was changed, and nothing is left behind.
 */
@Timeout(300)
class FuzzTest {
    private static final long SEED = 20_261_129;
    private static final int CALLS = 100_000;
    private static final int SOCKETS = 2_000;
    private static final List<Integer> STATUSES = List.of(200, 400, 401, 404, 405, 413);
    private static final String NOISE = "{}[]\":,\\ \u0000\t\nu00e9é牛0123456789.eE+-truefalsenull'<&;%/";

    private static final List<WebhookRequest> AUTHENTIC = List.of(
            Callbacks.callbot("call", Callbacks.CALL),
            Callbacks.callbot("order", Callbacks.ORDER),
            Callbacks.callbot("task", Callbacks.TASK),
            Callbacks.nxlink(Callbacks.RECORD),
            Callbacks.nxlink(Algorithm.SHA256, "8", "callback", Callbacks.RECORD),
            Callbacks.token(Callbacks.TOKEN, Callbacks.RECORD),
            Callbacks.moor(Callbacks.STATE));

    private final Random random = new Random(SEED);
    private final RecordingSink sink = new RecordingSink();

    /** A changed request, and whether its proof still holds. */
    private record Changed(WebhookRequest request, boolean proven) {}

    @Test
    void noRequestBreaksTheFunction() {
        Counting listener = new Counting();
        int[] published = {0};
        Webhooks webhooks = Webhooks.of(
                WebhookSettings.of(Callbacks.ACCOUNTS),
                event -> {
                    published[0]++;
                    assertShowsNoSecret(event);
                    return sink.answer.get();
                },
                listener,
                new SimulatedClock());
        int taken = 0;
        for (int i = 0; i < CALLS; i++) {
            Changed changed = change(AUTHENTIC.get(random.nextInt(AUTHENTIC.size())));
            WebhookReply reply = webhooks.handle(changed.request()).join();
            assertThat(STATUSES).contains(reply.status());
            if (reply.status() == 200) {
                taken++;
                assertThat(changed.proven())
                        .as("request " + i + " of seed " + SEED)
                        .isTrue();
            }
        }
        assertThat(published[0]).isEqualTo(taken).isGreaterThan(CALLS / 100);
        assertThat(listener.received).isEqualTo(CALLS);
        assertThat(listener.failed).isZero();
        assertThat(webhooks.waitingBytes()).isZero();
    }

    @Test
    void noRequestBreaksTheServer() throws IOException {
        RecordingListener listener = new RecordingListener();
        Webhooks webhooks = Webhooks.of(WebhookSettings.of(Callbacks.ACCOUNTS), sink, listener, new SimulatedClock());
        try (WebhookServer server = WebhookServer.start(WebhookServerSettings.at("127.0.0.1", 0), webhooks)) {
            for (int i = 0; i < SOCKETS; i++) {
                try (Client client = new Client(server.port())) {
                    send(
                            client,
                            change(AUTHENTIC.get(random.nextInt(AUTHENTIC.size())))
                                    .request());
                }
            }
            for (WebhookRequest request : AUTHENTIC) {
                try (Client client = new Client(server.port())) {
                    assertThat(client.send(request).status()).isEqualTo(200);
                }
            }
        }
        assertThat(webhooks.waitingBytes()).isZero();
        assertThat(listener.received).noneMatch(it -> it.endsWith(" failed"));
    }

    /**
     * Sends a request with wrong bytes in its head, a wrong length, half of it, or whole; then waits for the answer.
     */
    private void send(Client client, WebhookRequest request) throws IOException {
        int wrong = random.nextInt(4) == 0 ? random.nextInt(20) - 10 : 0;
        int length = request.body().length + wrong;
        byte[] bytes =
                Client.head(request, "Content-Length: " + length + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        for (int i = random.nextInt(8) - 5; i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        try {
            byte[] head = random.nextInt(10) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            byte[] body = random.nextInt(10) == 0 ? new byte[0] : request.body();
            client.send(new String(head, StandardCharsets.ISO_8859_1), body).endOutput();
            String response = client.response();
            assertThat(response).doesNotContain(Callbacks.PATH_SECRET, "/webhooks/");
        } catch (IOException e) {
            // the server has closed the connection before all was sent, which is an answer too
        }
    }

    private Changed change(WebhookRequest request) {
        return switch (random.nextInt(6)) {
            case 0 -> new Changed(request, true);
            case 1 -> changedBody(request);
            case 2 -> changedHeader(request);
            case 3 -> changedPath(request);
            case 4 ->
                new Changed(
                        new WebhookRequest(
                                List.of("GET", "PUT", "", "post").get(random.nextInt(4)),
                                request.target(),
                                request.headers(),
                                request.body()),
                        false);
            default -> signed(noise());
        };
    }

    private Changed changedBody(WebhookRequest request) {
        byte[] body = request.body().clone();
        for (int i = 0; i <= random.nextInt(3); i++) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        boolean same = Arrays.equals(body, request.body());
        boolean unsigned =
                request.target().contains("7moor") || request.headers().containsKey("token");
        return new Changed(new WebhookRequest("POST", request.target(), request.headers(), body), same || unsigned);
    }

    private Changed changedHeader(WebhookRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
        if (headers.isEmpty()) {
            return new Changed(request, true);
        }
        String name = headers.keySet().stream()
                .skip(random.nextInt(headers.size()))
                .findFirst()
                .orElseThrow();
        String value = headers.get(name).get(0);
        headers.put(
                name,
                switch (random.nextInt(4)) {
                    case 0 -> List.of();
                    case 1 -> List.of(value, value);
                    case 2 -> List.of(value + value);
                    default -> List.of("x".repeat(random.nextInt(2_000)));
                });
        return new Changed(new WebhookRequest("POST", request.target(), headers, request.body()), false);
    }

    private Changed changedPath(WebhookRequest request) {
        StringBuilder path = new StringBuilder(request.target());
        path.setCharAt(random.nextInt(path.length()), NOISE.charAt(random.nextInt(NOISE.length())));
        boolean same = path.toString().equals(request.target());
        return new Changed(Callbacks.at(request, path.toString()), same);
    }

    /** Noise that is authentic: only what reads it can break. */
    private static Changed signed(String body) {
        return new Changed(Callbacks.callbot("call", body), true);
    }

    private String noise() {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? Callbacks.CALL : "");
        for (int i = random.nextInt(40); i >= 0; i--) {
            char c = NOISE.charAt(random.nextInt(NOISE.length()));
            int at = random.nextInt(text.length() + 1);
            text.insert(at, c);
        }
        return text.toString();
    }

    private static void assertShowsNoSecret(VendorEvent event) {
        String shown = event.toString();
        if (shown.contains(Callbacks.PATH_SECRET) || shown.contains(Callbacks.TOKEN)) {
            throw new AssertionError("an event shows a secret");
        }
    }

    /** Counts reports; keeping each of them would take more memory than the requests. */
    private static final class Counting implements WebhookListener {
        private int received;
        private int failed;

        @Override
        public void received(Account account, EventType<?> event, WebhookOutcome outcome) {
            received++;
            if (outcome == WebhookOutcome.FAILED) {
                failed++;
            }
        }
    }
}
