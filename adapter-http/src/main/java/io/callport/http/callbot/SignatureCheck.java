package io.callport.http.callbot;

/**
 * What to do about an answer whose signature is wrong.
 *
 * @param report whether to look at signatures at all, and report wrong ones
 * @param refuse whether an answer with a wrong signature is none
 */
public record SignatureCheck(boolean report, boolean refuse) {}
