package io.callport.benchmarks.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Callbot's signature in its simplest form (NXCloud wiki, Callbot API authorization): MD5, secret first. */
final class CallbotSign {
    private static final byte[] BEFORE_BODY = (BareCallbot.SECRET + "&body=").getBytes(UTF_8);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private CallbotSign() {}

    static String of(byte[] body, String createTs, String requestId, String uuid) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(BEFORE_BODY);
            digest.update(body);
            digest.update(("&createTs=" + createTs + "&requestID=" + requestId + "&uuid=" + uuid).getBytes(UTF_8));
            return HEX.formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
