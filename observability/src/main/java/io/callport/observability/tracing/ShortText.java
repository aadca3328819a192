package io.callport.observability.tracing;

/** Text that others made as long as they liked. */
final class ShortText {
    private static final int LONGEST = 256;

    private ShortText() {}

    /** At most its first 256 characters. */
    static String text(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
