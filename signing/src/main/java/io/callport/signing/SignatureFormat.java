package io.callport.signing;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes signatures as text, and compares them with a received one: in constant time, and never throwing. */
final class SignatureFormat {
    private static final HexFormat LOWER = HexFormat.of();
    private static final HexFormat UPPER = LOWER.withUpperCase();

    private SignatureFormat() {}

    static String lowerCaseHex(byte[] digest) {
        return LOWER.formatHex(digest);
    }

    static String upperCaseHex(byte[] digest) {
        return UPPER.formatHex(digest);
    }

    /**
     * Whether a signature is the digest in hexadecimal digits of one case: so a digest has two signatures, not
     * thousands.
     */
    static boolean sameHex(byte[] digest, @Nullable String sign) {
        boolean upper = same(upperCaseHex(digest), sign);
        boolean lower = same(lowerCaseHex(digest), sign);
        return upper || lower; // both are compared, whatever the first says
    }

    /**
     * Whether the texts are the same, in time that does not depend on where they differ; an absent one is never the
     * same.
     */
    static boolean same(String expected, @Nullable String sign) {
        return sign != null && ConstantTime.equal(bytes(expected), bytes(sign));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
