package io.callport.http.reply;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a vendor's words fit to be shown: this request's secrets and whatever is named like one masked, on one line, shortened. */
final class SecretMask {
    /** A value behind a name that says it is secret: {@code password=…}, {@code "token": "…"}. */
    private static final Pattern NAMED_SECRET = Pattern.compile(
            "(?i)((?:passw(?:or)?d|passphrase|pwd|secret|token|credential|private_?key)\\w*[\"']?\\s*[=:]\\s*[\"']?)[^\\s\"',;&}]+");

    /** What moves a terminal's cursor, hides, turns around or breaks a line, beyond ASCII too. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    private final List<String> secrets;

    SecretMask(List<String> secrets) {
        this.secrets = secrets.stream().filter(secret -> !secret.isEmpty()).toList();
    }

    @Nullable
    String show(@Nullable String words, int longest) {
        if (words == null) {
            return null;
        }
        String shown = words;
        for (String secret : secrets) {
            shown = shown.replace(secret, "***");
        }
        shown = NAMED_SECRET.matcher(shown).replaceAll("$1***");
        shown = UNSAFE.matcher(shown).replaceAll(" ");
        return shown.length() > longest ? shown.substring(0, longest - 1) + "…" : shown;
    }
}
