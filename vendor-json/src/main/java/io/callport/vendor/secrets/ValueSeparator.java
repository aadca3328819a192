package io.callport.vendor.secrets;

import org.jspecify.annotations.Nullable;

/**
 * The text between a name and its value, as in {@code pwd=…}, {@code "token": …}, {@code password is …}.
 *
 * @param valueAt the position at which the value begins
 */
record ValueSeparator(Kind kind, int valueAt) {
    /** Brackets, quotes and backslashes that may end a name; more of them end the search. */
    private static final int MAX_CLOSERS = 8;

    private static final int MAX_SPACES = 8;
    private static final int MAX_ATTRIBUTES_LENGTH = 100;

    /** The certainty that a value follows. */
    enum Kind {
        /** A value follows, whatever it is. */
        EQUALS,
        /** A value follows, or a remark. */
        COLON,
        /** A value follows, or a statement. */
        IS,
        /** Another word follows, which may be a value. */
        NOTHING,
        /** The content of an XML element follows. */
        TAG
    }

    /**
     * The connector behind a name.
     *
     * @param end the position at which the name ends
     * @param tag whether the name may be an XML element's
     * @return {@code null} if there is none
     */
    static @Nullable ValueSeparator behind(String text, int end, boolean tag) {
        if (tag) {
            int close = end;
            while (close < text.length() && close - end < MAX_ATTRIBUTES_LENGTH && text.charAt(close) != '>') {
                close++;
            }
            if (close < text.length() && text.charAt(close) == '>') {
                return new ValueSeparator(Kind.TAG, close + 1);
            }
        }
        int at = skip(text, end, "\\\"'`”’」])}", MAX_CLOSERS);
        at = spaces(text, at);
        if (at >= text.length()) {
            return null;
        }
        if (text.startsWith("%3D", at) || text.startsWith("%3A", at)) {
            return new ValueSeparator(Kind.EQUALS, at + 3);
        }
        char c = text.charAt(at);
        if (c == '=' || c == '＝' || text.startsWith(":=", at)) {
            return new ValueSeparator(Kind.EQUALS, spaces(text, skip(text, at, ":=＝>", MAX_CLOSERS)));
        }
        if (c == ':' || c == '：') {
            return new ValueSeparator(Kind.COLON, spaces(text, at + 1));
        }
        if (text.startsWith("->", at) || c == '→') {
            return new ValueSeparator(Kind.COLON, spaces(text, skip(text, at, "->→", MAX_CLOSERS)));
        }
        if (isChineseIs(c)) {
            return new ValueSeparator(Kind.IS, spaces(text, skip(text, at + 1, ":：", 1)));
        }
        return prose(text, end, at);
    }

    private static @Nullable ValueSeparator prose(String text, int end, int at) {
        for (String is : new String[] {"is ", "was ", "are ", "equals ", "became "}) {
            if (at > end && text.regionMatches(true, at, is, 0, is.length())) {
                return new ValueSeparator(Kind.IS, spaces(text, at + is.length()));
            }
        }
        boolean chinese = end > 0 && SecretTexts.isChinese(text.charAt(end - 1));
        return at > end || chinese ? new ValueSeparator(Kind.NOTHING, at) : null;
    }

    static boolean isChineseIs(char c) {
        return c == '是' || c == '为' || c == '為';
    }

    private static int spaces(String text, int from) {
        return skip(text, from, " \t\r\n", MAX_SPACES);
    }

    private static int skip(String text, int from, String skipped, int most) {
        int at = from;
        while (at < text.length() && at - from < most && skipped.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
