package io.callport.sandbox.callback;

import io.callport.sandbox.field.Field;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number of callbacks to send. Valid by construction.
 *
 * @param kind the kind of all of them
 * @param account the account, as {@code vendor:key}; null for the vendor's first account
 * @param count the number of different callbacks: 1 to 10,000
 * @param copies how often each is sent, byte for byte: 1 to 10
 * @param pace how fast and how persistently they are sent
 * @param algorithm the algorithm of the signature, {@code MD5} or {@code SHA256}; null for the settings' algorithm
 * @param forged whether signature, token or path secret are wrong
 */
public record CallbackBatch(
        CallbackKind kind,
        @Nullable String account,
        int count,
        int copies,
        Pace pace,
        @Nullable String algorithm,
        boolean forged) {
    static final Field COUNT = Field.number("count", 1, 10_000);
    static final Field COPIES = Field.number("copies", 1, 10);

    /** @throws io.callport.sandbox.field.InvalidFieldException if a number is out of its bounds */
    public CallbackBatch {
        COUNT.check(Map.of("count", count));
        COPIES.check(Map.of("copies", copies));
    }

    /** Makes a batch of authentic callbacks that are sent once each, for the vendor's first account. */
    public static CallbackBatch of(CallbackKind kind, int count) {
        return new CallbackBatch(kind, null, count, 1, Pace.DEFAULT, null, false);
    }

    /** A copy of which each callback is sent that often, byte for byte. */
    public CallbackBatch copies(int number) {
        return new CallbackBatch(kind, account, count, number, pace, algorithm, forged);
    }

    /** A copy with another pace. */
    public CallbackBatch pace(Pace other) {
        return new CallbackBatch(kind, account, count, copies, other, algorithm, forged);
    }

    /** A copy with another algorithm. */
    public CallbackBatch algorithm(String other) {
        return new CallbackBatch(kind, account, count, copies, pace, other, forged);
    }

    /** A copy of which signature, token or path secret are wrong. */
    public CallbackBatch asForged() {
        return new CallbackBatch(kind, account, count, copies, pace, algorithm, true);
    }

    /**
     * How callbacks are sent.
     *
     * @param concurrency the number of callbacks on the way at once: 1 to 64
     * @param attempts how often each is sent until its answer is 200: 1 to 100
     * @param pause the time between two attempts: at most 10 seconds
     */
    public record Pace(int concurrency, int attempts, Duration pause) {
        static final Field CONCURRENCY = Field.number("concurrency", 1, 64);
        static final Field ATTEMPTS = Field.number("attempts", 1, 100);
        static final Field PAUSE = Field.number("pauseMillis", 0, 10_000);

        /** Eight at once, and each of them once. */
        public static final Pace DEFAULT = new Pace(8, 1, Duration.ofSeconds(1));

        /** @throws io.callport.sandbox.field.InvalidFieldException if a number is out of its bounds */
        public Pace {
            CONCURRENCY.check(Map.of("concurrency", concurrency));
            ATTEMPTS.check(Map.of("attempts", attempts));
            PAUSE.check(Map.of("pauseMillis", (int) Math.min(pause.toMillis(), Integer.MAX_VALUE)));
        }
    }
}
