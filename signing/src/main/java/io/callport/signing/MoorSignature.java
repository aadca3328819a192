package io.callport.signing;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 7moor's signature (developer.7moor.com/v7/authorization):
 *
 * <pre>{@code m7-sign = base64( HMAC_SHA256( message = appkey + timestamp + nonce, key = secretKey ) )}</pre>
 *
 * <p>Base64 is that of the 32 digest bytes, not of their hexadecimal form. Stateless and thread-safe.
 */
public final class MoorSignature {
    private MoorSignature() {}

    /**
     * Signs the message; the headers are {@code m7-appkey}, {@code m7-nonce}, {@code m7-timestamp}, {@code m7-sign}.
     */
    public static SignedMessage sign(MoorMessage message, SigningSecret secret) {
        byte[] digest = digest(message, secret);
        String sign = base64(digest);
        Map<String, String> headers = SignatureHeaders.of(List.of(
                entry("m7-appkey", message.appkey()),
                entry("m7-nonce", message.nonce()),
                entry("m7-timestamp", message.timestamp()),
                entry("m7-sign", sign)));
        return new SignedMessage(sign, headers, () -> steps(message, secret, digest));
    }

    /**
     * Whether a signature is the message's, compared in constant time. Never throws; a missing signature is a wrong
     * one. Only the signature is checked: the age of the timestamp and the reuse of the nonce are the caller's to
     * check.
     *
     * @param sign the Base64 text as it was received, or {@code null} if there was none
     */
    public static boolean verify(MoorMessage message, @Nullable String sign, SigningSecret secret) {
        return SignatureFormat.same(base64(digest(message, secret)), sign);
    }

    private static byte[] digest(MoorMessage message, SigningSecret secret) {
        return Digests.hmacSha256(secret, text(message).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(MoorMessage message) {
        return message.appkey() + message.timestamp() + message.nonce();
    }

    private static String base64(byte[] digest) {
        return Base64.getEncoder().encodeToString(digest);
    }

    private static List<SigningStep> steps(MoorMessage message, SigningSecret secret, byte[] digest) {
        return List.of(
                new SigningStep("text to sign", secret.mask(text(message))),
                new SigningStep("key", secret.toString()),
                new SigningStep("HMAC-SHA256 in hex", SignatureFormat.lowerCaseHex(digest)),
                new SigningStep("sign (Base64 of the 32 bytes)", base64(digest)));
    }
}
