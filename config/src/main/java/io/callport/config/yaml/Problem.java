package io.callport.config.yaml;

/**
 * One thing that is wrong or doubtful in a file.
 *
 * @param key the key, as in {@code accounts[0].budget}; empty for the file as a whole
 * @param text the error and its remedy; never shows a value, which could be a secret
 */
public record Problem(String key, String text) {
    /** The problem on one line. */
    @Override
    public String toString() {
        return key.isEmpty() ? text : key + ": " + text;
    }
}
