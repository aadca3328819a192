package io.callport.kafka.changelog;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secret with which a group tags its own headers, as the record with the key "key" in partition 0 of the state
 * topic has it: who may not read the state topic cannot make a tag. No text of this type shows the secret. Immutable.
 */
public final class OriginKey {
    /** The length of the secret, which is that of SHA-256. */
    public static final int BYTES = 32;

    static final String KEY = "key";
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    private OriginKey(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Makes the key of a secret.
     *
     * @throws IllegalArgumentException if the secret does not have 32 bytes
     */
    public static OriginKey of(byte[] secret) {
        if (secret.length != BYTES) {
            throw new IllegalArgumentException("key: must have " + BYTES + " bytes, but has " + secret.length);
        }
        return new OriginKey(secret.clone());
    }

    /** Draws a key at random. */
    public static OriginKey drawn(SecureRandom random) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return new OriginKey(secret);
    }

    /** Returns the record that holds the key. */
    public StateRecord record() {
        return StateRecord.of(KEY, new ByteSink().putBytes(secret));
    }

    /** Returns the tag of a text: its HMAC-SHA256 in Base64 for URLs, 43 characters. */
    public String tag(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(text));
    }

    /** Whether a tag is that of a text. The time that this takes does not depend on where the tag is wrong. */
    public boolean verifies(String text, String tag) {
        return MessageDigest.isEqual(ascii(tag(text)), ascii(tag));
    }

    /** Whether the bytes of a state record are the name of this record. */
    public static boolean isNamed(byte[] key) {
        return MessageDigest.isEqual(ascii(KEY), key);
    }

    /**
     * Reads the value of the record.
     *
     * @param value the value; {@code null} for a tombstone
     * @return the key; {@code null} if there is none, or if this release cannot read it
     */
    public static @Nullable OriginKey readValue(byte @Nullable [] value) {
        try {
            return value == null ? null : read(StateRecord.content(ascii(KEY), value));
        } catch (UnreadableRecordException e) {
            return null;
        }
    }

    static OriginKey read(ByteSource content) throws UnreadableRecordException {
        OriginKey key = new OriginKey(content.getBytes(BYTES));
        content.end();
        return key;
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OriginKey that && MessageDigest.isEqual(secret, that.secret);
    }

    /** The same for all keys: nothing may be learned from it. */
    @Override
    public int hashCode() {
        return BYTES;
    }

    @Override
    public String toString() {
        return "OriginKey[not shown]";
    }
}
