package io.callport.tools.sign;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Generates the times and the random ids of a new message. */
final class GeneratedValues {
    private GeneratedValues() {}

    static String seconds(@Nullable String given) {
        return given == null ? String.valueOf(now().getEpochSecond()) : given;
    }

    static String millis(@Nullable String given) {
        return given == null ? String.valueOf(now().toEpochMilli()) : given;
    }

    /** A nonce of six digits with leading zeros, as 7moor requires, unless a nonce is given. */
    static String nonce(@Nullable String given) {
        return given == null ? String.format("%06d", new SecureRandom().nextInt(1_000_000)) : given;
    }

    static String id(@Nullable String given) {
        return given == null ? UUID.randomUUID().toString().replace("-", "") : given;
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }
}
