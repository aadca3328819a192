package io.callport.http.reply;

import io.callport.query.ShortText;
import io.callport.vendor.secrets.KnownSecrets;
import io.callport.vendor.secrets.SecretTexts;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a vendor's text safe to show: this request's secrets and what the text says of other secrets are masked, and
 * the text is on one line and shortened.
 */
record SecretMask(KnownSecrets secrets) {
    /** Characters that move a terminal's cursor, or hide, reverse or break a line, beyond ASCII too. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

    /** The part of a text that is looked at: far more than is shown, and all that can be in a sentence for people. */
    private static final int MAX_READ = 16_384;

    @Nullable
    String show(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        String read = text.length() > MAX_READ ? text.substring(0, MAX_READ) : text;
        String shown = UNSAFE.matcher(SecretTexts.mask(secrets.mask(read))).replaceAll(" ");
        return ShortText.of(shown, longest);
    }
}
