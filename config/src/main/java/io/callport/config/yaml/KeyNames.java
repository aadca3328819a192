package io.callport.config.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows keys safely, and finds the key, or another name, that a misspelt one meant. */
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

    /** The least number of letters to insert, remove, replace or swap with their neighbour, case aside. */
    private static int distance(String from, String to) {
        int[] before = new int[to.length() + 1];
        int[] above = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                row[j] = i == 0 ? j : Math.min(Math.min(above[j], row[j - 1]) + 1, replaced(above, from, i, to, j));
                if (i > 1 && j > 1 && areSwapped(from, i, to, j)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[to.length()];
    }

    private static int replaced(int[] above, String from, int i, String to, int j) {
        return above[j - 1] + (same(from.charAt(i - 1), to.charAt(j - 1)) ? 0 : 1);
    }

    private static boolean areSwapped(String from, int i, String to, int j) {
        return same(from.charAt(i - 1), to.charAt(j - 2)) && same(from.charAt(i - 2), to.charAt(j - 1));
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
