package io.callport.observability.log;

/**
 * Text between double quotes, as JSON has it and logfmt reads it: nothing in it ends the quotes or the line, and what a terminal
 * would obey (control characters, such as begin ANSI escapes) or show elsewhere (formatting characters, such as turn writing
 * around) is shown by its number.
 */
final class QuotedText {
    private QuotedText() {}

    static String text(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
        text.codePoints().forEach(point -> append(point, quoted));
        return quoted.append('"').toString();
    }

    private static void append(int point, StringBuilder quoted) {
        switch (point) {
            case '"', '\\' -> quoted.append('\\').append((char) point);
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (isVisible(point)) {
                    quoted.appendCodePoint(point);
                } else {
                    for (char unit : Character.toChars(point)) {
                        quoted.append("\\u%04x".formatted((int) unit));
                    }
                }
            }
        }
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
