package io.callport.sandbox.moor;

import io.callport.sandbox.vendor.Verdict;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** 7moor's counters of each account: recent signs and the limit. Thread-safe. */
final class MoorCounters {
    private final MoorLimit limit;
    private final Map<String, SlidingLimit> limits = new ConcurrentHashMap<>();
    private final Map<String, RecentSigns> signs = new ConcurrentHashMap<>();

    MoorCounters(MoorLimit limit) {
        this.limit = limit;
    }

    /** Counts a request whose signature is right. A repeated request does not count against the limit. */
    String count(String appkey, String signAndNonce, long nanos) {
        if (!signs.computeIfAbsent(appkey, key -> new RecentSigns()).isNew(signAndNonce, nanos)) {
            return Verdict.REPEATED_NONCE;
        }
        return limits.computeIfAbsent(appkey, key -> newLimit()).admits(nanos) ? Verdict.ACCEPTED : Verdict.OVER_LIMIT;
    }

    private SlidingLimit newLimit() {
        return new SlidingLimit(limit.requests(), limit.window().toNanos());
    }
}
