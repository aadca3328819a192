package io.callport.http.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Masks certain secrets wherever they appear in a text: as they are, URL-encoded, in Base64 or in hexadecimal digits. The cost is
 * one search of the text for each form, about a dozen. Immutable and thread-safe.
 */
public final class KnownSecrets {
    /** The mask that replaces a secret. */
    public static final String MASK = "***";

    /** A shorter secret is hidden only as a whole word: it would be found in words that have nothing to do with it. */
    private static final int SHORTEST_PART = 5;

    private final List<String> forms;

    private KnownSecrets(Set<String> forms) {
        this.forms = List.copyOf(forms);
    }

    /** Makes a mask of secrets in all their forms. */
    public static KnownSecrets of(String... secrets) {
        Set<String> forms = new LinkedHashSet<>();
        for (String secret : secrets) {
            addForms(secret, forms);
        }
        return new KnownSecrets(forms);
    }

    /** This mask, and one of values that are looked for only as they are. */
    public KnownSecrets and(Collection<String> values) {
        Set<String> all = new LinkedHashSet<>(forms);
        values.stream().filter(value -> !value.isEmpty()).forEach(all::add);
        return all.size() == forms.size() ? this : new KnownSecrets(all);
    }

    /** The text without the secrets; the text itself if there are none. */
    public String mask(String text) {
        String masked = text;
        for (String form : forms) {
            if (masked.contains(form)) {
                masked = form.length() >= SHORTEST_PART ? masked.replace(form, MASK) : withoutWord(masked, form);
            }
        }
        return masked;
    }

    private static String withoutWord(String text, String word) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            int end = at + word.length();
            boolean whole = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (whole) {
                masked.append(text, from, at).append(MASK);
                from = end;
            }
        }
        return masked.append(text, from, text.length()).toString();
    }

    private static void addForms(String secret, Set<String> forms) {
        if (secret.isEmpty()) {
            return;
        }
        forms.add(secret);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String component = url.replace("+", "%20");
        List.of(url, component, lowerEscapes(url), lowerEscapes(component)).forEach(forms::add);
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= SHORTEST_PART) {
            return;
        }
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        for (int before = 0; before < 3; before++) {
            String base64 = base64(bytes, before);
            forms.add(base64);
            forms.add(base64.replace('+', '-').replace('/', '_'));
        }
    }

    /** The Base64 letters that depend on the secret alone, behind that many other bytes, as behind {@code user:}. */
    private static String base64(byte[] bytes, int before) {
        byte[] behind = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, behind, before, bytes.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(behind);
        return all.substring(before == 0 ? 0 : before + 1, behind.length / 3 * 4);
    }

    private static String lowerEscapes(String url) {
        StringBuilder lower = new StringBuilder(url);
        for (int at = url.indexOf('%'); at >= 0; at = url.indexOf('%', at + 1)) {
            lower.setCharAt(at + 1, Character.toLowerCase(url.charAt(at + 1)));
            lower.setCharAt(at + 2, Character.toLowerCase(url.charAt(at + 2)));
        }
        return lower.toString();
    }
}
