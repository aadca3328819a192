package io.callport.kafka.record;

/** Limits of text that publishers and vendors chose freely. */
public final class Text {
    private Text() {}

    /** A text cut to a number of chars, with an ellipsis at the cut; never half a character. */
    public static String shortened(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return text.substring(0, end) + "…";
    }

    /**
     * Whether text may be an attribute of an event (CloudEvents 1.0, section 2.3): no control characters, no broken
     * surrogate pairs.
     */
    public static boolean isAttribute(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
