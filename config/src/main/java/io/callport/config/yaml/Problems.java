package io.callport.config.yaml;

import java.util.ArrayList;
import java.util.List;

/** Collects problems and warnings in the order in which they are found. Not thread-safe. */
public final class Problems {
    private final List<Problem> errors = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    /** Notes what makes the file unusable. */
    public void add(String key, String text) {
        errors.add(new Problem(key, text));
    }

    /** Notes what deserves a look but works. */
    public void warn(String key, String text) {
        warnings.add(new Problem(key, text));
    }

    /** The problems so far. */
    public List<Problem> errors() {
        return List.copyOf(errors);
    }

    /** The warnings so far. */
    public List<Problem> warnings() {
        return List.copyOf(warnings);
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
}
