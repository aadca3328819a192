package io.callport.vendor.secrets;

import java.util.Locale;
import java.util.Set;

/**
 * The position of a value in a text: between its quotes, in its brackets, or up to what ends a word.
 *
 * @param start the position of the value's first character
 * @param end behind its last character
 * @param quoted whether it stands between quotes or in brackets
 */
record SecretValue(int start, int end, boolean quoted) {
    private static final String CDATA = "<![CDATA[";
    private static final String ENDS = " \t\r\n\"'`<>&，；。、！？）】”’|";

    /** Characters that end a value only if a gap, another name or nothing follows: passwords have them, too. */
    private static final String MAYBE_ENDS = ",;)}]";

    private static final int MAX_NAME_LENGTH = 40;

    /**
     * Real credentials are shorter; without a bound, a text of nothing but names would cost the square of its length.
     */
    private static final int MAX_CREDENTIALS_LENGTH = 4_096;

    private static final Set<String> SCHEMES =
            Set.of("bearer", "basic", "digest", "token", "negotiate", "ntlm", "apikey", "hmac");

    static SecretValue at(String text, int from, ValueSeparator.Kind kind) {
        if (kind == ValueSeparator.Kind.TAG) {
            return inTag(text, from);
        }
        int start = from;
        int backslashes = 0;
        while (start < text.length() && text.charAt(start) == '\\') {
            start++;
            backslashes++;
        }
        if (start >= text.length()) {
            return new SecretValue(from, text.length(), false);
        }
        char first = text.charAt(start);
        int closer = "\"'`“‘「".indexOf(first);
        if (closer >= 0) {
            return new SecretValue(start + 1, quoteEnd(text, start + 1, "\"'`”’」".charAt(closer), backslashes), true);
        }
        if (kind != ValueSeparator.Kind.NOTHING && (first == '{' || first == '[')) {
            return new SecretValue(start, bracketEnd(text, start), true);
        }
        return new SecretValue(from, withScheme(text, from, wordEnd(text, from)), false);
    }

    private static SecretValue inTag(String text, int from) {
        if (text.startsWith(CDATA, from)) {
            int close = text.indexOf("]]>", from);
            return new SecretValue(from + CDATA.length(), close < 0 ? text.length() : close, true);
        }
        int close = text.indexOf('<', from);
        return new SecretValue(from, close < 0 ? text.length() : close, true);
    }

    /** The closing quote has as many backslashes as the opening one; without one, all of the text is the value. */
    private static int quoteEnd(String text, int from, char quote, int backslashes) {
        int before = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote && (backslashes == 0 ? before % 2 == 0 : before <= backslashes)) {
                return at - Math.min(before, backslashes);
            }
            before = c == '\\' ? before + 1 : 0;
        }
        return text.length();
    }

    private static int bracketEnd(String text, int from) {
        int depth = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
                if (depth == 0) {
                    return at + 1;
                }
            }
        }
        return text.length();
    }

    private static int wordEnd(String text, int from) {
        boolean chinese = from < text.length() && SecretTexts.isChinese(text.charAt(from));
        int at = from;
        while (at < text.length() && !ends(text, at) && (chinese || !SecretTexts.isChinese(text.charAt(at)))) {
            at++;
        }
        while (at > from + 1 && ".!?".indexOf(text.charAt(at - 1)) >= 0) {
            at--;
        }
        return at;
    }

    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        if (ENDS.indexOf(c) >= 0 || text.startsWith("%26", at)) {
            return true;
        }
        return MAYBE_ENDS.indexOf(c) >= 0 && (at + 1 == text.length() || nameFollows(text, at + 1));
    }

    /** Whether a gap, another closing character, or a name with its own value comes next. */
    private static boolean nameFollows(String text, int from) {
        int at = from;
        if (ENDS.indexOf(text.charAt(at)) >= 0 || MAYBE_ENDS.indexOf(text.charAt(at)) >= 0) {
            return true;
        }
        while (at < text.length() && at - from < MAX_NAME_LENGTH && Character.isLetterOrDigit(text.charAt(at))) {
            at++;
        }
        return at > from && at < text.length() && "=:".indexOf(text.charAt(at)) >= 0;
    }

    /** The end of the credentials behind the name of a scheme, as in {@code Authorization: Bearer …}. */
    private static int withScheme(String text, int from, int end) {
        String word =
                end - from > MAX_NAME_LENGTH ? "" : text.substring(from, end).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(word) || end + 1 >= text.length() || text.charAt(end) != ' ') {
            return end;
        }
        if (word.equals("digest")) {
            int most = Math.min(text.length(), end + MAX_CREDENTIALS_LENGTH);
            int line = text.substring(end, most).indexOf('\n');
            return line < 0 ? most : end + line;
        }
        return wordEnd(text, end + 1);
    }
}
