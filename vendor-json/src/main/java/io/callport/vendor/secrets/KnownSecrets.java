package io.callport.vendor.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Masks certain secrets wherever they appear in a text: as they are, URL-encoded, in Base64 or in hexadecimal digits.
 * The cost is one search of the text for each form, about a dozen. The forms are made when the first text comes: those
 * of an account that was never asked take no memory. Thread-safe.
 */
public final class KnownSecrets {
    /** The mask that replaces a secret. */
    public static final String MASK = "***";

    /** A shorter secret is hidden only as a whole word: it would be found in words that have nothing to do with it. */
    private static final int MIN_PART = 5;

    private final List<String> secrets;
    /** The forms to look for. Threads that race make equal ones, and an immutable list may be published so. */
    private @Nullable List<String> forms;

    private KnownSecrets(List<String> secrets, @Nullable List<String> forms) {
        this.secrets = secrets;
        this.forms = forms;
    }

    /** Makes a mask of secrets in all their forms. */
    public static KnownSecrets of(String... secrets) {
        return new KnownSecrets(List.of(secrets), null);
    }

    /** This mask, and one of values that are looked for only as they are. */
    public KnownSecrets and(Collection<String> values) {
        List<String> known = forms();
        Set<String> all = new LinkedHashSet<>(known);
        values.stream().filter(value -> !value.isEmpty()).forEach(all::add);
        return all.size() == known.size() ? this : new KnownSecrets(secrets, List.copyOf(all));
    }

    /** The text without the secrets; the text itself if there are none. */
    public String mask(String text) {
        String masked = text;
        for (String form : forms()) {
            if (masked.contains(form)) {
                masked = form.length() >= MIN_PART ? masked.replace(form, MASK) : withoutWord(masked, form);
            }
        }
        return masked;
    }

    private List<String> forms() {
        List<String> made = forms;
        if (made == null) {
            Set<String> all = new LinkedHashSet<>();
            secrets.forEach(secret -> addForms(secret, all));
            made = List.copyOf(all);
            forms = made;
        }
        return made;
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
        if (bytes.length <= MIN_PART) {
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
