package io.callport.observability.metrics;

import io.callport.account.Account;
import io.callport.catalog.Events;
import io.callport.event.EventType;
import io.callport.webhook.settings.WebhookListener;
import io.callport.webhook.settings.WebhookOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what is received from vendors, by account, event and outcome. */
record WebhookMetrics(MeterRegistry registry) implements WebhookListener {
    private static final String NO_ACCOUNT = "unknown";
    private static final String NO_EVENT = "none";

    /** Registers the meters of what is of no configured account, which start at zero. */
    void begin(Set<String> vendors) {
        Events.ALL.stream()
                .filter(type -> vendors.contains(type.vendor()))
                .forEach(type -> counter(NO_ACCOUNT, type.name(), WebhookOutcome.NOT_AUTHENTIC));
        counter(NO_ACCOUNT, NO_EVENT, WebhookOutcome.NO_ROUTE);
        Meters.WEBHOOKS_ACKNOWLEDGED.of(registry);
    }

    @Override
    public void received(@Nullable Account account, @Nullable EventType<?> event, WebhookOutcome outcome) {
        counter(account == null ? NO_ACCOUNT : account.toString(), event == null ? NO_EVENT : event.name(), outcome)
                .increment();
    }

    @Override
    public void acknowledged(Account account, EventType<?> event, Duration took) {
        Meters.WEBHOOKS_ACKNOWLEDGED.of(registry).record(took);
    }

    private Counter counter(String account, String event, WebhookOutcome outcome) {
        return Meters.WEBHOOKS_RECEIVED.of(registry, "account", account, "event", event, "outcome", outcome.code());
    }
}
