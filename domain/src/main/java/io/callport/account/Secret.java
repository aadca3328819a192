package io.callport.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that must never be shown: an account's secret key, a SIP password. Only {@link #reveal()} gives it away; its
 * {@code toString} is always {@code ***}. Immutable and thread-safe.
 */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a secret.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static Secret of(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("secret: must not be empty");
        }
        return new Secret(value);
    }

    /** The secret itself, for signing or comparing; never for a log, a message or an event. */
    public String reveal() {
        return value;
    }

    /** Compares in time that does not depend on where the secrets differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(value), bytes(secret.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
