package io.callport.config;

import io.callport.webhook.settings.SuccessReply;
import io.callport.webhook.settings.WebhookServerSettings;
import java.time.Duration;
import java.util.Map;

/**
 * The receiving of what vendors push.
 *
 * @param server the address, certificate and limits of the server
 * @param maxBodyBytes the largest body of a callback
 * @param maxAge the most by which a signed callback's own time may be off
 * @param replies the answers to vendors that want another one than the usual
 */
public record WebhookConfig(
        WebhookServerSettings server, int maxBodyBytes, Duration maxAge, Map<String, SuccessReply> replies) {
    /** Copies the map of answers. */
    public WebhookConfig {
        replies = Map.copyOf(replies);
    }
}
