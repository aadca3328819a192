package io.callport.sandbox.moor;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** 7moor's replay check: a sign with its nonce is remembered for five minutes. Thread-safe. */
final class RecentSigns {
    private static final long KEPT = TimeUnit.MINUTES.toNanos(5);

    private final Map<String, Long> seen = new LinkedHashMap<>();

    /** Remembers a sign; returns false if the sign is remembered already. */
    synchronized boolean isNew(String signAndNonce, long nanos) {
        Iterator<Long> oldest = seen.values().iterator();
        while (oldest.hasNext() && nanos - oldest.next() >= KEPT) {
            oldest.remove();
        }
        return seen.putIfAbsent(signAndNonce, nanos) == null;
    }
}
