package io.callport.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * The text that a hash is made of, in parts: the hashed text and the masked one are read from the same list, so that
 * they cannot differ, and the parts are never put together, so that a large body is never copied. Confined to one
 * signature: filled by the thread that signs and not changed afterwards.
 */
final class TextToSign {
    private final SigningSecret secret;
    private final List<byte[]> parts = new ArrayList<>(4);

    TextToSign(SigningSecret secret) {
        this.secret = secret;
    }

    TextToSign text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the bytes as they are sent, in any character set. */
    TextToSign bytes(byte[] bytes) {
        parts.add(bytes);
        return this;
    }

    TextToSign secret() {
        return bytes(secret.bytes());
    }

    byte[] digest(Algorithm algorithm) {
        MessageDigest digest = Digests.create(algorithm);
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** The whole text with the secret masked, part by part: what comes before it cannot hide where it begins. */
    String masked() {
        StringBuilder masked = new StringBuilder();
        parts.forEach(part -> masked.append(secret.mask(new String(part, StandardCharsets.UTF_8))));
        return masked.toString();
    }
}
