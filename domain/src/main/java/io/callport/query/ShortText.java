package io.callport.query;

/** Shortens text that publishers, vendors or applications chose, which can have any length. */
public final class ShortText {
    private ShortText() {}

    /**
     * A text of at most {@code most} chars: a longer one ends with an ellipsis, and never with half a character.
     *
     * @param most the most chars, at least 2
     */
    public static String of(String text, int most) {
        return text.length() <= most ? text : beginning(text, most - 1) + "…";
    }

    private static String beginning(String text, int most) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
