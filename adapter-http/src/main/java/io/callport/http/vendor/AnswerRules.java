package io.callport.http.vendor;

import io.callport.query.Reason;
import java.util.Map;

/**
 * What the configuration says of answers.
 *
 * @param codes what vendors' codes mean where that differs from the built-in tables: vendor to code to reason
 * @param signatures what to do about signatures, where the vendor signs its answers
 */
public record AnswerRules(Map<String, Map<String, Reason>> codes, SignatureCheck signatures) {
    /**
     * What to do about an answer whose signature is wrong.
     *
     * @param report whether to look at signatures at all, and report wrong ones
     * @param refuse whether an answer with a wrong signature is none
     */
    public record SignatureCheck(boolean report, boolean refuse) {}
}
