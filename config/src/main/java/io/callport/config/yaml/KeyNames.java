package io.callport.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows keys safely, and finds the key that a misspelt one meant. */
public final class KeyNames {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private KeyNames() {}

    /** The path of a key inside another; a key that does not look like one could be anything and is not shown. */
    public static String join(String path, String key) {
        String shown = PLAIN.matcher(key).matches() ? key : "(a key of " + key.length() + " characters)";
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /** The candidate that somebody who wrote this may have meant: at most two letters away, one in short words. */
    public static Optional<String> meant(String written, Collection<String> candidates) {
        if (written.length() > 64) {
            return Optional.empty();
        }
        int farthest = written.length() < 5 ? 1 : 2;
        return candidates.stream()
                .filter(candidate -> distance(written, candidate) <= farthest)
                .min(Comparator.comparingInt(candidate -> distance(written, candidate)));
    }

    /** The least number of letters to insert, remove or replace (Levenshtein), case aside. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (same(from.charAt(i - 1), to.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
