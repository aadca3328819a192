package io.callport.signing;

/**
 * The rules for values of signed headers. No line break, which would inject a header; no white space, which HTTP may
 * trim after it was signed; and no {@code &}, so that a signed text can be taken apart in one way only and a valid
 * signature never fits a second message.
 */
final class HeaderValues {
    private static final int MAX_LENGTH = 128;

    private HeaderValues() {}

    static void requireText(String field, String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(field + rule() + ", but has " + value.length());
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~' || c == '&') {
                throw new IllegalArgumentException(
                        field + rule() + ", but has " + String.format("U+%04X", (int) c) + " at position " + (i + 1));
            }
        }
    }

    private static String rule() {
        return ": must be 1 to " + MAX_LENGTH + " visible ASCII characters other than '&'";
    }

    /** Accepts exactly that many digits; {@code meaning} explains them in the message. */
    static void requireDigits(String field, String value, int count, String meaning) {
        boolean digits = onlyDigits(value);
        if (!digits || value.length() != count) {
            throw new IllegalArgumentException(field + ": must be " + count + " digits, " + meaning + ", but has "
                    + value.length() + (digits ? "" : " characters, not all of them digits"));
        }
    }

    private static boolean onlyDigits(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
