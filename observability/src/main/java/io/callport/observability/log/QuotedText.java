package io.callport.observability.log;

/**
 * Puts text between double quotes, as JSON and logfmt read it. No character of the text ends the quotes or the line.
 * Control characters, which a terminal would obey because they begin ANSI escapes, and formatting characters, which can
 * reverse the direction of writing, are shown by their numbers.
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
