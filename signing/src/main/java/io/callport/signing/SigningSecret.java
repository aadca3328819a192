package io.callport.signing;

import java.nio.charset.StandardCharsets;

/**
 * The secret key of an account: 7moor's and Callbot's {@code secretKey}, NXLink's {@code accessSecret}. It can be
 * signed with and nothing else: there is no way to read it back, and {@code toString} is always {@code ***}. Immutable
 * and thread-safe.
 */
public final class SigningSecret {
    static final String MASK = "***";

    private final String text;
    private final byte[] bytes;

    private SigningSecret(String text) {
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.text = new String(bytes, StandardCharsets.UTF_8); // as it reads in a text, even if it was no valid Unicode
    }

    /**
     * Wraps a secret, whose UTF-8 bytes sign the messages.
     *
     * @throws IllegalArgumentException if it is empty, or starts or ends with white space: a line break at the end of a
     *     file is the usual reason why a vendor refuses a signature
     */
    public static SigningSecret of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("secret: must not be empty");
        }
        if (!text.equals(text.strip())) {
            throw new IllegalArgumentException("secret: must not start or end with white space; "
                    + "remove it, perhaps a line break at the end of a file");
        }
        return new SigningSecret(text);
    }

    /** The bytes themselves, not a copy: they go into a digest and nowhere else. */
    byte[] bytes() {
        return bytes;
    }

    /** A text in which every occurrence of the secret is masked, such as that in a body that carries it by mistake. */
    String mask(String shown) {
        return shown.replace(text, MASK);
    }

    @Override
    public String toString() {
        return MASK;
    }
}
