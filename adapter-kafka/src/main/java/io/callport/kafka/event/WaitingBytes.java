package io.callport.kafka.event;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes of the events that wait for Kafka, with their bound. Thread-safe. */
final class WaitingBytes {
    private final long most;
    private final AtomicLong used = new AtomicLong();

    WaitingBytes(long most) {
        this.most = most;
    }

    /**
     * Takes bytes if there is room for all of them. An event that is larger than the bound gets room if nothing waits.
     */
    boolean reserve(long bytes) {
        long before;
        do {
            before = used.get();
            if (before > 0 && before + bytes > most) {
                return false;
            }
        } while (!used.compareAndSet(before, before + bytes));
        return true;
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }

    long used() {
        return used.get();
    }
}
