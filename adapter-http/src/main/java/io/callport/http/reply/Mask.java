package io.callport.http.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a vendor's words fit to be shown: this request's secrets masked, on one line, shortened. */
final class Mask {
    private final List<String> secrets;

    Mask(List<String> secrets) {
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
        shown = shown.replaceAll("\\p{Cntrl}+", " ");
        return shown.length() > longest ? shown.substring(0, longest - 1) + "…" : shown;
    }
}
