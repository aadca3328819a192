package io.callport.kafka.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.callport.query.ShortText;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of a command's fields. A field that is unknown is ignored, unless its name is so close to one of these that
 * it can only be misspelt: a field without effect would be found out much later.
 */
final class FieldNames {
    /**
     * The names of version 1, for ever: a field that was ignored once stays ignored, so names that are added later are
     * not compared with.
     */
    static final List<String> V1 = List.of("query", "account", "params", "id", "expiresAt", "maxAge");

    /** Shorter names have words of their own a letter away, as uid is from id. */
    private static final int MIN_GUESSED = 5;

    private static final int MAX_NAME_LENGTH = 100;

    private FieldNames() {}

    /** The problem of a command with a misspelt field; {@code null} if it has none. */
    static @Nullable String problem(JsonNode body) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            String meant = meant(name);
            if (meant != null) {
                return ShortText.of(name, MAX_NAME_LENGTH) + ": is no field of a command; write " + meant
                        + ", or choose a name that is not so close to it";
            }
        }
        return null;
    }

    /** The name of version 1 that a misspelt name is close to; {@code null} if it is right, or another word. */
    private static @Nullable String meant(String name) {
        if (V1.contains(name)) {
            return null;
        }
        String plain = plain(name);
        return V1.stream()
                .filter(known -> plain.equals(plain(known))
                        || (known.length() >= MIN_GUESSED && atMostOneLetterApart(plain, plain(known))))
                .findFirst()
                .orElse(null);
    }

    private static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Whether one text becomes the other if a letter at most is added, removed or replaced. */
    private static boolean atMostOneLetterApart(String one, String other) {
        if (one.length() > other.length()) {
            return atMostOneLetterApart(other, one);
        }
        int longer = other.length() - one.length();
        if (longer > 1) {
            return false;
        }
        int same = 0;
        while (same < one.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int rest = Math.min(one.length(), same + 1 - longer);
        return one.substring(rest).equals(other.substring(Math.min(other.length(), same + 1)));
    }
}
