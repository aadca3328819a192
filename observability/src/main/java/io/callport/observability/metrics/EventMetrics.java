package io.callport.observability.metrics;

import io.callport.account.Account;
import io.callport.catalog.Events;
import io.callport.event.EventType;
import io.callport.kafka.state.EventSinkListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.Closeable;
import java.time.Duration;
import java.util.Set;

/** Counts and times the events that vendors push. */
record EventMetrics(MeterRegistry registry, KafkaClients clients) implements EventSinkListener {
    private static final String EVENT = "event";
    private static final String VENDOR = "vendor";

    /** Registers the meters of the vendors' events, which start at zero. */
    void begin(Set<String> vendors) {
        Events.ALL.stream().filter(type -> vendors.contains(type.vendor())).forEach(this::begin);
    }

    private void begin(EventType<?> type) {
        Meters.EVENTS.of(registry, EVENT, type.name(), VENDOR, type.vendor());
        Meters.EVENTS_LATE.of(registry, EVENT, type.name(), VENDOR, type.vendor());
        Meters.EVENTS_OVERSIZED.of(registry, EVENT, type.name(), VENDOR, type.vendor());
        for (Refusal reason : Refusal.values()) {
            refused(type, reason);
        }
    }

    @Override
    public void eventPublished(EventType<?> type, Account account, Duration took) {
        Meters.EVENTS.of(registry, EVENT, type.name(), VENDOR, type.vendor()).record(took);
    }

    @Override
    public void eventRefused(EventType<?> type, Account account, Refusal why) {
        refused(type, why).increment();
    }

    private Counter refused(EventType<?> type, Refusal reason) {
        return Meters.EVENTS_REFUSED.of(registry, EVENT, type.name(), VENDOR, type.vendor(), "reason", reason.code());
    }

    @Override
    public void eventPublishedLate(EventType<?> type, Account account) {
        Meters.EVENTS_LATE
                .of(registry, EVENT, type.name(), VENDOR, type.vendor())
                .increment();
    }

    @Override
    public void eventOversized(EventType<?> type, Account account, long bytes) {
        Meters.EVENTS_OVERSIZED
                .of(registry, EVENT, type.name(), VENDOR, type.vendor())
                .increment();
    }

    @Override
    public void producerOpened(Closeable producer) {
        clients.opened(producer);
    }

    @Override
    public void producerClosed(Closeable producer) {
        clients.closed(producer);
    }
}
