package io.callport.config.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Collects problems and warnings in the order in which they are found, each with its place in the file: that of its
 * key, or of what encloses a key that is not there. Not thread-safe.
 */
public final class Problems {
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();
    private final List<String> literalSecrets = new ArrayList<>();
    private final Map<String, Mark> places = new HashMap<>();

    /** Adds a problem that makes the file unusable. */
    public void add(String key, String text) {
        errors.add(new Problem(key, text + place(key)));
    }

    /** Adds a problem that makes the file unusable and has a place of its own. */
    void add(String key, String text, Optional<Mark> mark) {
        errors.add(new Problem(key, text + mark.map(it -> " (" + text(it) + ")").orElse("")));
    }

    /** Adds a warning about a setting that deserves a look but works. */
    public void warn(String key, String text) {
        warnings.add(new Problem(key, text + place(key)));
    }

    /** The problems so far. */
    public List<Problem> errors() {
        return List.copyOf(errors);
    }

    /** The warnings so far. */
    public List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /** Notes a secret that stands in the file itself. */
    void noteLiteralSecret(String key) {
        literalSecrets.add(key);
    }

    /** The same sentence about each secret that stands in the file itself. */
    public List<Problem> ofLiteralSecrets(String text) {
        return literalSecrets.stream()
                .map(key -> new Problem(key, text + place(key)))
                .toList();
    }

    /** Whether there is a problem at that key itself, so that nothing can be said of what is below it. */
    boolean exactlyAt(String key) {
        return errors.stream().anyMatch(problem -> problem.key().equals(key));
    }

    /** Whether there is a problem at that key or below it: then nothing that follows from it needs saying. */
    public boolean at(String key) {
        return errors.stream()
                .map(Problem::key)
                .anyMatch(there -> there.equals(key) || there.startsWith(key + ".") || there.startsWith(key + "["));
    }

    /** Remembers where a key stands; the empty key is the whole file. */
    void place(String key, Optional<Mark> mark) {
        mark.ifPresent(it -> places.put(key, it));
    }

    /** The text of a place, as in {@code line 3, column 5}. */
    static String text(Mark mark) {
        return "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    private String place(String key) {
        String nearest = key;
        while (!nearest.isEmpty() && !places.containsKey(nearest)) {
            nearest = nearest.substring(0, Math.max(0, Math.max(nearest.lastIndexOf('.'), nearest.lastIndexOf('['))));
        }
        Mark mark = places.get(nearest);
        return mark == null ? "" : " (" + text(mark) + ")";
    }
}
