package io.callport.http.settings;

/**
 * The treatment of the signatures of answers. Only Callbot signs its answers (NXCloud wiki, page stopOrder), by a
 * formula that the wiki does not write out and that is inferred from the one for requests; so to warn is the default.
 */
public enum ResponseSignatures {
    /**
     * Check signatures; report a wrong or missing one to the listener, log one line per account, and use the answer.
     */
    WARN,
    /** Check signatures; an answer with a wrong or missing one is refused as {@code malformed-answer}. */
    REQUIRE,
    /** Do not check signatures. */
    OFF
}
