package io.callport.observability.tracing;

/** Text that others made as long as they liked. */
final class Shortened {
    private static final int LONGEST = 256;

    private Shortened() {}

    /** At most its first 256 characters. */
    static String text(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
