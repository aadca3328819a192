package io.callport.kafka.event;

import io.callport.account.Account;
import io.callport.event.EventRefusedException;
import io.callport.event.EventType;
import io.callport.event.VendorEvent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An event that waits for Kafka's acknowledgement. Thread-safe. */
final class PendingEvent {
    /**
     * An estimate of the bytes of an event's objects while it waits: its headers, its future and its vendor's request.
     */
    private static final int OVERHEAD = 2_500;

    private final EventType<?> type;
    private final Account account;
    private final long arrivedAt;
    private final long weight;
    private final CompletableFuture<Void> future = new CompletableFuture<>();
    private final String topic;
    private volatile @Nullable WrittenEvent record;

    /** @param arrivedAt the time of the arrival, on the monotonic clock */
    PendingEvent(VendorEvent event, WrittenEvent record, long arrivedAt) {
        this.type = event.type();
        this.account = event.account();
        this.topic = record.topic();
        this.record = record;
        this.arrivedAt = arrivedAt;
        this.weight = OVERHEAD + 2L * record.size(); // the producer has a copy
    }

    EventType<?> type() {
        return type;
    }

    Account account() {
        return account;
    }

    String topic() {
        return topic;
    }

    /** @throws IllegalStateException if the record was dropped */
    WrittenEvent record() {
        WrittenEvent current = record;
        if (current == null) {
            throw new IllegalStateException("an event that waits no more has no record");
        }
        return current;
    }

    void replace(WrittenEvent smaller) {
        record = smaller;
    }

    /** Forgets the record: an event may stay in the order of arrival for seconds after its end. */
    void dropRecord() {
        record = null;
    }

    /** The bytes that the event takes in memory while it waits; does not change. */
    long weight() {
        return weight;
    }

    /** The time since the arrival. */
    Duration age(long now) {
        return Duration.ofNanos(now - arrivedAt);
    }

    CompletableFuture<Void> future() {
        return future;
    }

    /** Whether the vendor has its answer. */
    boolean answered() {
        return future.isDone();
    }

    /** Answers that the event is safe; false if the vendor has its answer already. */
    boolean acknowledge() {
        return future.complete(null);
    }

    /** Answers that the event is to be sent again; false if the vendor has its answer already. */
    boolean refuse(String why, Duration retryAfter) {
        return future.completeExceptionally(new EventRefusedException(why, retryAfter));
    }
}
