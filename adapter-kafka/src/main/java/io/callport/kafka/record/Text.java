package io.callport.kafka.record;

/** What to do with text that others made as they liked. */
public final class Text {
    private Text() {}

    /** At most that many characters of a text, with an ellipsis where more were; never half a character. */
    public static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** Whether an attribute of an event may hold it (CloudEvents 1.0, section 2.3): no control characters, no broken pairs. */
    public static boolean isAttribute(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
