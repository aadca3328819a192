package io.callport.http.client;

/** Numbers as vendors want them: with leading zeros. */
public final class Digits {
    private Digits() {}

    /** A number that is not negative, with at least that many digits. */
    public static String of(long number, int digits) {
        String text = Long.toString(number);
        return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
    }
}
