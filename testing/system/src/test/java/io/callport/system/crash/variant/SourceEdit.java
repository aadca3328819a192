package io.callport.system.crash.variant;

/**
 * A change of a source file.
 *
 * @param file the class, below {@code io.callport.kafka}, as in {@code loop/Session}
 * @param find the text that is replaced, which the class has exactly once
 * @param replace the text that replaces it
 */
public record SourceEdit(String file, String find, String replace) {}
