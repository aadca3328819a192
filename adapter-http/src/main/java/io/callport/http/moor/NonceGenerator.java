package io.callport.http.moor;

import io.callport.http.pipeline.RequestSigner;
import java.util.random.RandomGenerator;

/**
 * One account's nonces: six digits, of which none comes back before all have been used. 7moor refuses a signature that
 * it has seen within 5 minutes, and two signatures differ in second and nonce only; a second may come back, when
 * threads overtake each other or the clock is corrected. The order is random for each account and process, and takes no
 * memory: an account at rest is small, however much it was asked before. Thread-safe.
 */
final class NonceGenerator {
    private static final int NONCES = 1_000_000;

    private final RandomGenerator random;
    private int next;
    private int step;

    NonceGenerator(RandomGenerator random) {
        this.random = random;
    }

    synchronized String next() {
        if (step == 0) {
            next = random.nextInt(NONCES);
            step = 10 * random.nextInt(NONCES / 10) + 1; // shares no factor with their number, so that all are reached
        } else {
            next = (next + step) % NONCES;
        }
        return RequestSigner.zeroPadded(next, 6);
    }
}
