package io.callport.webhook.settings;

import io.callport.account.Account;
import io.callport.event.EventType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Listens to what vendors push, for metrics. Called on the threads that receive and on those of the sink, so it must be
 * thread-safe and quick; its exceptions are logged once and have no other effect.
 */
public interface WebhookListener {
    /** A listener that ignores every report. */
    WebhookListener NONE = new WebhookListener() {};

    /**
     * A request was received and judged: exactly one report for each request.
     *
     * @param account the account that it claims to be of; {@code null} if that is none of those configured, so that
     *     there are never more accounts than configured ones
     * @param event the kind of event that its path says; {@code null} if it has no route
     */
    default void received(@Nullable Account account, @Nullable EventType<?> event, WebhookOutcome outcome) {}

    /**
     * The sink said that an event is safe.
     *
     * @param took the time since the whole callback was there
     */
    default void acknowledged(Account account, EventType<?> event, Duration took) {}
}
