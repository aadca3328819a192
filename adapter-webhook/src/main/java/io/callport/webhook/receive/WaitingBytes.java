package io.callport.webhook.receive;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes of authentic callbacks that wait for the sink, within a bound. Thread-safe. */
final class WaitingBytes {
    private final long most;
    private final AtomicLong held = new AtomicLong();

    WaitingBytes(long most) {
        this.most = most;
    }

    /** Takes room for that many bytes, if there is that much; one callback that is alone always has room. */
    boolean take(long bytes) {
        long before = held.get();
        while (before == 0 || before + bytes <= most) {
            if (held.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = held.get();
        }
        return false;
    }

    /** Gives taken room back. */
    void release(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
