package io.callport.signing;

/**
 * One intermediate of a signature, to compare with the vendor's when it refuses one.
 *
 * @param name what it is, as in {@code text to sign}
 * @param value the intermediate as text, the secret in it as {@code ***}
 */
public record Step(String name, String value) {}
