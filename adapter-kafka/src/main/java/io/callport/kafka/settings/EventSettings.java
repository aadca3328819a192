package io.callport.kafka.settings;

import java.util.Set;

/**
 * The events that vendors push, as the Kafka adapter publishes them.
 *
 * @param vendors the vendor families whose callbacks are received: only their topics of events are used
 * @param waitingBytes the most bytes of events that wait for Kafka; an event beyond is refused at once
 */
public record EventSettings(Set<String> vendors, long waitingBytes) {
    /** The default of {@link #waitingBytes}: 32 MiB. */
    public static final long WAITING_BYTES = 32L << 20;

    /** No callbacks are received. */
    public static final EventSettings NONE = new EventSettings(Set.of(), WAITING_BYTES);

    /** @throws IllegalArgumentException if the number of bytes is not positive */
    public EventSettings {
        vendors = Set.copyOf(vendors);
        if (waitingBytes <= 0) {
            throw new IllegalArgumentException("events: waitingBytes must be positive, but is " + waitingBytes);
        }
    }

    /** The events of these vendor families, with the default bounds. */
    public static EventSettings of(Set<String> vendors) {
        return new EventSettings(vendors, WAITING_BYTES);
    }
}
