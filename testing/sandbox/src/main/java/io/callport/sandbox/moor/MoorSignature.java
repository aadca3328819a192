package io.callport.sandbox.moor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature after developer.7moor.com/v7/authorization: {@code base64(HMAC_SHA256(appkey + timestamp + nonce,
 * secretKey))}.
 */
final class MoorSignature {
    private MoorSignature() {}

    static String of(String secret, String appkey, String timestamp, String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal((appkey + timestamp + nonce).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
