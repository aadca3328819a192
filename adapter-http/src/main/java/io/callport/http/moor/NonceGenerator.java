package io.callport.http.moor;

import io.callport.http.pipeline.RequestSigner;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * One account's nonces: six random digits, never twice in the same second, since 7moor refuses a signature that it has
 * seen within 5 minutes, and two signatures differ in second and nonce only. A second may come back, when threads
 * overtake each other or the clock is corrected, so the nonces of the last 5 minutes are remembered. Thread-safe.
 */
final class NonceGenerator {
    private static final int NONCES = 1_000_000;

    /** The time for which the vendor remembers a signature, in seconds (developer.7moor.com/v7/authorization). */
    private static final long MEMORY_SECONDS = 300;

    private final RandomGenerator random;
    private final TreeMap<Long, Set<Integer>> used = new TreeMap<>();

    NonceGenerator(RandomGenerator random) {
        this.random = random;
    }

    synchronized String next(long second) {
        used.headMap(second - MEMORY_SECONDS).clear();
        Set<Integer> taken = used.computeIfAbsent(second, fresh -> new HashSet<>());
        int nonce = random.nextInt(NONCES);
        while (!taken.add(nonce)) {
            nonce = random.nextInt(NONCES);
        }
        return RequestSigner.zeroPadded(nonce, 6);
    }
}
