package io.callport.tools.shell;

/**
 * Makes text of other programs safe for a terminal: no character moves the cursor, hides text or reverses its
 * direction.
 */
public final class SafeText {
    private SafeText() {}

    /** At most {@code most} characters of a text, on one line. */
    public static String safe(String text, int most) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().limit(most + 1L).forEach(c -> append(safe, c));
        return shortened(safe.toString(), most);
    }

    private static void append(StringBuilder safe, int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> safe.append(escaped(c));
            default -> safe.appendCodePoint(c);
        }
    }

    private static String escaped(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", c);
        };
    }

    /** At most {@code most} characters, as a terminal shows them, of a text that is already safe. */
    public static String shortened(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
