package io.callport.signing;

/**
 * One intermediate of a signature, to compare with the vendor's when it refuses one.
 *
 * @param name the name, as in {@code text to sign}
 * @param value the intermediate as text, the secret in it as {@code ***}
 */
public record SigningStep(String name, String value) {}
