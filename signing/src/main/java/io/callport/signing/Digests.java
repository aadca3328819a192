package io.callport.signing;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The JVM's digests, without their checked exceptions. A new one per signature: they are not thread-safe. */
final class Digests {
    private static final String HMAC = "HmacSHA256";

    private Digests() {}

    static MessageDigest create(Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.digestName());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "algorithm: this JVM has no " + algorithm + " (one in FIPS mode has no MD5); set the other one, "
                            + "here and in the vendor's console",
                    e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        return create(Algorithm.SHA256).digest(bytes);
    }

    static byte[] hmacSha256(SigningSecret secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.bytes(), HMAC));
            return mac.doFinal(message);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This JVM cannot compute HMAC-SHA256, which every Java platform must", e);
        }
    }
}
