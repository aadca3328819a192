package io.callport.system.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The forms in which a secret may be printed: as plain text, or encoded so that a reader can decode it. */
final class EncodedForms {
    private EncodedForms() {}

    /** The forms of a secret, each with its name. */
    static Map<String, String> of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(secret, "as it is");
        forms.putIfAbsent(URLEncoder.encode(secret, StandardCharsets.UTF_8), "URL-encoded");
        forms.putIfAbsent(HexFormat.of().formatHex(bytes), "in hexadecimal digits");
        forms.putIfAbsent(HexFormat.of().withUpperCase().formatHex(bytes), "in hexadecimal digits");
        for (int before = 0; before < 3; before++) {
            String base64 = base64(bytes, before);
            forms.putIfAbsent(base64, "in Base64");
            forms.putIfAbsent(base64.replace('+', '-').replace('/', '_'), "in Base64");
        }
        return forms;
    }

    /**
     * Returns the Base64 letters that depend on the secret alone, after that many other bytes, as after {@code user:}.
     */
    private static String base64(byte[] bytes, int before) {
        byte[] behind = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, behind, before, bytes.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(behind);
        int first = before == 0 ? 0 : before + 1;
        int whole = behind.length / 3 * 4;
        return all.substring(first, Math.max(first, Math.min(all.length(), whole)));
    }
}
