package io.callport.http.moor;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * One account's nonces: six random digits, never twice in the same second, since 7moor refuses a signature that it has seen
 * within 5 minutes and only second and nonce tell two signatures apart. Thread-safe.
 */
final class Nonces {
    private static final int HOW_MANY = 1_000_000;

    private final RandomGenerator random;
    private final Set<Integer> used = new HashSet<>();
    private long second = Long.MIN_VALUE;

    Nonces(RandomGenerator random) {
        this.random = random;
    }

    synchronized String next(long now) {
        if (now != second) {
            used.clear();
            second = now;
        }
        int nonce = random.nextInt(HOW_MANY);
        while (!used.add(nonce)) {
            nonce = random.nextInt(HOW_MANY);
        }
        return String.format(Locale.ROOT, "%06d", nonce);
    }
}
