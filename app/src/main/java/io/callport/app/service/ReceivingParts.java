package io.callport.app.service;

import io.callport.config.Configuration;
import io.callport.config.WebhookConfig;
import io.callport.kafka.KafkaEvents;
import io.callport.kafka.state.Health;
import io.callport.observability.metrics.Metrics;
import io.callport.webhook.WebhookServer;
import io.callport.webhook.Webhooks;
import io.callport.webhook.settings.WebhookServerSettings;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts that receive what vendors push: a server, and the sink of events behind it. They share nothing with the
 * commands' way. Thread-safe.
 */
record ReceivingParts(KafkaEvents events, WebhookServer server) implements AutoCloseable {
    /** @throws IllegalStateException if the port cannot be opened; the message names the key to change */
    static ReceivingParts start(Configuration configuration, WebhookConfig webhooks, Metrics metrics) {
        KafkaEvents events = KafkaEvents.start(configuration.kafkaSettings(), metrics.ofEvents());
        try {
            Webhooks receiver = Webhooks.of(configuration.webhookSettings(), events, metrics.ofWebhooks());
            WebhookServer server = WebhookServer.start(webhooks.server(), receiver);
            metrics.watchEvents(events::waitingBytes);
            metrics.watchWebhooks(server::unverifiedBytes);
            return new ReceivingParts(events, server);
        } catch (IOException e) {
            events.close();
            throw new IllegalStateException(why(webhooks.server()), e);
        } catch (RuntimeException | Error e) {
            events.close();
            throw e;
        }
    }

    /** The health of the commands' way and of events together: an instance is ready when it does all its work. */
    Health with(Health commands) {
        Health health = events.health();
        return new Health(
                commands.live() && health.live(),
                both(commands.reasons(), health.reasons()),
                both(commands.warnings(), health.warnings()));
    }

    /** Answers the callbacks in progress, then closes the sink. */
    @Override
    public void close() {
        server.close();
        events.close();
    }

    private static List<String> both(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static String why(WebhookServerSettings server) {
        return "webhooks.port: cannot listen on " + server.host() + ":" + server.port()
                + ", which is taken or no address of this machine; choose another";
    }
}
