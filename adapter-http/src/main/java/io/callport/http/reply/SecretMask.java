package io.callport.http.reply;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a vendor's text safe to show: this request's secrets and values that are named like secrets are masked, and the text is
 * on one line and shortened.
 */
final class SecretMask {
    /** A value behind a name that says it is secret: {@code password=…}, {@code "token": "…"}. */
    private static final Pattern NAMED_SECRET = Pattern.compile(
            "(?i)((?:passw(?:or)?d|passphrase|pwd|secret|token|credential|private_?key)\\w*[\"']?\\s*[=:]\\s*[\"']?)[^\\s\"',;&}]+");

    /** Characters that move a terminal's cursor, or hide, reverse or break a line, beyond ASCII too. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    private final List<String> secrets;

    SecretMask(List<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
    }

    @Nullable
    String show(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, "***");
        }
        shown = NAMED_SECRET.matcher(shown).replaceAll("$1***");
        shown = UNSAFE.matcher(shown).replaceAll(" ");
        return shown.length() > longest ? shown.substring(0, longest - 1) + "…" : shown;
    }
}
