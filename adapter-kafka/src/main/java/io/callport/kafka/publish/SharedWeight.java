package io.callport.kafka.publish;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** The bytes that some deliveries take in memory: what they share counts once. One thread owns an instance. */
final class SharedWeight {
    private final IdentityHashMap<byte[], Integer> sharing = new IdentityHashMap<>();
    private long bytes;

    /** Adds a delivery, or removes one that was added: a sign of 1 or -1. */
    void count(Delivery delivery, int sign) {
        bytes += sign * delivery.ownWeight();
        byte[] shared = delivery.publication().shared();
        if (shared == null) {
            return;
        }
        Integer before = sharing.get(shared);
        Integer now = sharing.merge(shared, sign, SharedWeight::sumOrNothing);
        if (before == null || now == null) {
            bytes += (long) sign * shared.length;
        }
    }

    long bytes() {
        return bytes;
    }

    private static @Nullable Integer sumOrNothing(int count, int sign) {
        return count + sign == 0 ? null : count + sign;
    }
}
