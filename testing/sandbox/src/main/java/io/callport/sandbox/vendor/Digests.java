package io.callport.sandbox.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;

/** The common parts of the vendors' signatures: a digest of pieces, and a comparison. */
public final class Digests {
    private Digests() {}

    /** The digest of the pieces one after another: texts as UTF-8, bytes as they are. */
    public static byte[] of(String algorithm, String before, byte[] bytes, String after) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(before.getBytes(UTF_8));
            digest.update(bytes);
            return digest.digest(after.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares texts in a time that does not depend on the place of a difference. */
    public static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
    }
}
