package io.callport.observability.tracing;

/** Shortens text of publishers and vendors, which can have any length. */
final class ShortText {
    private static final int LONGEST = 256;

    private ShortText() {}

    /** The text, cut to at most 256 characters. */
    static String text(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
