package io.callport.kafka.record;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The description of a record's value that is too large to be kept itself.
 *
 * @param length the number of its bytes; negative if it is not known
 * @param sha256 the SHA-256 of its bytes, in hexadecimal digits; {@code null} if it is not known
 */
public record OversizedValue(long length, @Nullable String sha256) {
    /** A value of which nothing is known. */
    public static final OversizedValue UNKNOWN = new OversizedValue(-1, null);

    /** Describes a value, whose buffer keeps its position. */
    public static OversizedValue of(ByteBuffer value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(value.duplicate());
            return new OversizedValue(value.remaining(), HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
