package io.callport.signing;

import static java.util.Map.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * NXLink's signature (NXCloud wiki, API interface invocation convention), a plain hash with the secret last:
 *
 * <pre>{@code
 * headersStr      = accessKey=..&action=..&bizType=..&ts=..
 * bodyStr         = &body=..            left out with its name if the body is empty
 * accessSecretStr = &accessSecret=..
 * sign            = lower(hex(md5(headersStr + bodyStr + accessSecretStr)))    or with sha256
 * }</pre>
 *
 * <p>Stateless and thread-safe.
 */
public final class NxlinkSignature {
    private static final byte[] BODY = "&body=".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SECRET = "&accessSecret=".getBytes(StandardCharsets.UTF_8);

    private NxlinkSignature() {}

    /**
     * Signs the message; the headers are {@code accessKey}, {@code ts}, {@code bizType}, {@code action}, {@code sign},
     * {@code algorithm}.
     *
     * <p>{@code algorithm} is always sent, {@code md5} too: it is optional and not part of what is signed, and naming
     * it leaves nothing to be inferred.
     *
     * @throws IllegalStateException if the JVM lacks the algorithm, as MD5 in FIPS mode
     */
    public static SignedMessage sign(NxlinkMessage message, SigningSecret secret) {
        TextToSign text = text(message, secret);
        byte[] digest = text.digest(message.algorithm());
        String sign = SignatureFormat.lowerCaseHex(digest);
        Map<String, String> headers = SignatureHeaders.of(List.of(
                entry("accessKey", message.accessKey()),
                entry("ts", message.ts()),
                entry("bizType", message.bizType()),
                entry("action", message.action()),
                entry("sign", sign),
                entry("algorithm", message.algorithm().lowerCaseName())));
        return new SignedMessage(sign, headers, () -> steps(message, text, digest));
    }

    /**
     * Whether a signature is the message's, compared in constant time. A missing signature is a wrong one. NXLink
     * documents lower-case digits; all in upper case they prove the secret as well and are accepted, in mixed case they
     * are not. Only the signature is checked: the age of the timestamp is the caller's to check.
     *
     * @param sign the hexadecimal digits as they were received, or {@code null} if there were none
     * @throws IllegalStateException if the JVM lacks the algorithm, as MD5 in FIPS mode
     */
    public static boolean verify(NxlinkMessage message, @Nullable String sign, SigningSecret secret) {
        return SignatureFormat.sameHex(text(message, secret).digest(message.algorithm()), sign);
    }

    private static TextToSign text(NxlinkMessage message, SigningSecret secret) {
        TextToSign text = new TextToSign(secret).text(headers(message));
        if (message.body().length > 0) {
            text.bytes(BODY).bytes(message.body());
        }
        return text.bytes(SECRET).secret();
    }

    private static String headers(NxlinkMessage message) {
        return "accessKey=" + message.accessKey() + "&action=" + message.action() + "&bizType=" + message.bizType()
                + "&ts=" + message.ts();
    }

    private static List<SigningStep> steps(NxlinkMessage message, TextToSign text, byte[] digest) {
        return List.of(
                new SigningStep("body size in bytes", Integer.toString(message.body().length)),
                new SigningStep("text to sign", text.masked()),
                new SigningStep(message.algorithm() + " in hex", SignatureFormat.lowerCaseHex(digest)),
                new SigningStep("sign (lower case)", SignatureFormat.lowerCaseHex(digest)));
    }
}
