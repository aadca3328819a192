package io.callport.event;

import java.util.concurrent.CompletableFuture;

/** Takes the events that vendors push. Implementations are thread-safe. */
@FunctionalInterface
public interface EventSink {
    /**
     * Takes an event, at once and without waiting. The vendor gets its answer when the future completes: so it
     * completes only when the event is safe, and exceptionally if the vendor is to send the event again.
     *
     * <p>An event may come more than once, always with the same {@link VendorEvent#id()}, and in any order.
     *
     * @return a future; a failure with {@link EventRefusedException} names the time after which to send again
     */
    CompletableFuture<Void> publish(VendorEvent event);
}
