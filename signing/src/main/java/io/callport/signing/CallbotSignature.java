package io.callport.signing;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Callbot's v3 signature (NXCloud wiki, Callbot API authorization), a plain hash with the secret first:
 *
 * <pre>{@code
 * authRaw = secretKey + "&body=" + body + "&createTs=" + createTs + "&requestID=" + requestID + "&uuid=" + uuid
 * sign    = upper(hex(md5(authRaw)))    or    upper(hex(sha256(authRaw)))
 * }</pre>
 *
 * <p>Not documented: what is signed for an empty body (here {@code &body=} stays, as the formula reads), and whether
 * compressed bodies are signed before or after compression (here: the bytes given). Stateless and thread-safe.
 */
public final class CallbotSignature {
    private static final byte[] BODY = "&body=".getBytes(StandardCharsets.UTF_8);

    private CallbotSignature() {}

    /**
     * Signs the message; the headers are {@code requestID}, {@code uuid}, {@code createTs}, {@code sign},
     * {@code algorithm}.
     *
     * <p>{@code algorithm} is always sent, for MD5 too. Callbot's wiki says that blank means MD5, but also that the
     * algorithm is set in the console, and not which of the two wins: naming it leaves nothing to be inferred. The
     * header came later than the others (first seen in September 2024).
     *
     * @throws IllegalStateException if the JVM lacks the algorithm, as MD5 in FIPS mode
     */
    public static SignedMessage sign(CallbotMessage message, SigningSecret secret) {
        TextToSign text = text(message, secret);
        byte[] digest = text.digest(message.algorithm());
        String sign = SignatureFormat.upperCaseHex(digest);
        Map<String, String> headers = SignatureHeaders.of(List.of(
                entry("requestID", message.requestId()),
                entry("uuid", message.uuid()),
                entry("createTs", message.createTs()),
                entry("sign", sign),
                entry("algorithm", message.algorithm().name())));
        return new SignedMessage(sign, headers, () -> steps(message, text, digest));
    }

    /**
     * Whether a signature is the message's, compared in constant time. A missing signature is a wrong one. Callbot
     * documents upper-case digits, and only for requests; all in lower case they prove the secret as well and are
     * accepted, in mixed case they are not. Only the signature is checked: age and reuse are the caller's to check.
     *
     * @param sign the hexadecimal digits as they were received, or {@code null} if there were none
     * @throws IllegalStateException if the JVM lacks the algorithm, as MD5 in FIPS mode
     */
    public static boolean verify(CallbotMessage message, @Nullable String sign, SigningSecret secret) {
        return SignatureFormat.sameHex(text(message, secret).digest(message.algorithm()), sign);
    }

    private static TextToSign text(CallbotMessage message, SigningSecret secret) {
        return new TextToSign(secret)
                .secret()
                .bytes(BODY)
                .bytes(message.body())
                .text("&createTs=" + message.createTs() + "&requestID=" + message.requestId() + "&uuid="
                        + message.uuid());
    }

    private static List<SigningStep> steps(CallbotMessage message, TextToSign text, byte[] digest) {
        return List.of(
                new SigningStep("body size in bytes", Integer.toString(message.body().length)),
                new SigningStep("text to sign", text.masked()),
                new SigningStep(message.algorithm() + " in hex", SignatureFormat.lowerCaseHex(digest)),
                new SigningStep("sign (upper case)", SignatureFormat.upperCaseHex(digest)));
    }
}
