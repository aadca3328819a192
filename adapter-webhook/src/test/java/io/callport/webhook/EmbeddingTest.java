package io.callport.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.callport.event.VendorEvent;
import io.callport.webhook.fixture.Callbacks;
import io.callport.webhook.fixture.Client;
import io.callport.webhook.fixture.SimulatedClock;
import io.callport.webhook.message.WebhookReply;
import io.callport.webhook.message.WebhookRequest;
import io.callport.webhook.settings.WebhookListener;
import io.callport.webhook.settings.WebhookSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** An application serves callbacks from its own HTTP server, and keeps the events itself. */
class EmbeddingTest {
    @Test
    void callbacksAreServedByTheServerOfTheJdk() throws IOException {
        Queue<VendorEvent> kept = new ConcurrentLinkedQueue<>();
        Webhooks webhooks = Webhooks.of(
                WebhookSettings.of(Callbacks.ACCOUNTS),
                event -> {
                    kept.add(event); // where an application makes it safe, before it says so
                    return CompletableFuture.completedFuture(null);
                },
                WebhookListener.NONE,
                new SimulatedClock());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/webhooks/", exchange -> answer(webhooks, exchange));
        server.start();
        try (Client client = new Client(server.getAddress().getPort())) {
            assertThat(client.send(Callbacks.callbot("call", Callbacks.CALL)).status())
                    .isEqualTo(200);
            assertThat(client.send(Callbacks.moor(Callbacks.MOOR_ID, "wrong", Callbacks.STATE))
                            .status())
                    .isEqualTo(401);
        } finally {
            server.stop(0);
        }
        assertThat(kept).hasSize(1);
    }

    private static void answer(Webhooks webhooks, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(WebhookSettings.MAX_BODY_BYTES + 1);
        String target = exchange.getRequestURI().getRawPath();
        var unused = webhooks.handle(
                        new WebhookRequest(exchange.getRequestMethod(), target, exchange.getRequestHeaders(), body))
                .thenAccept(reply -> send(exchange, reply));
    }

    private static void send(HttpExchange exchange, WebhookReply reply) {
        try (exchange) {
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(new String(reply.body(), UTF_8), e);
        }
    }
}
