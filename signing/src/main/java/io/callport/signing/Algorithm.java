package io.callport.signing;

import java.util.Locale;

/**
 * The hash that a Callbot or NXLink signature uses. The constants' names are Callbot's words for them in its
 * {@code algorithm} header (NXCloud wiki, the header table of each Callbot v3 page); NXLink writes them in lower case
 * (NXCloud wiki, API interface invocation convention). Both vendors take MD5 where none is named.
 */
public enum Algorithm {
    /** MD5: 32 hexadecimal digits. A JVM in FIPS mode may not have it. */
    MD5("MD5"),
    /** SHA-256: 64 hexadecimal digits. */
    SHA256("SHA-256");

    private final String digestName;
    private final String lowerCaseName = name().toLowerCase(Locale.ROOT);

    Algorithm(String digestName) {
        this.digestName = digestName;
    }

    /**
     * Reads {@code MD5} or {@code SHA256}, all in upper or all in lower case since the two vendors differ in that.
     *
     * @throws IllegalArgumentException if it is neither; a blank text too, since only a vendor's header has a default
     */
    public static Algorithm parse(String text) {
        return switch (text) {
            case "MD5", "md5" -> MD5;
            case "SHA256", "sha256" -> SHA256;
            default ->
                throw new IllegalArgumentException("algorithm: must be MD5 or SHA256, in upper or lower case, but is "
                        + "another text of " + text.length() + " characters");
        };
    }

    /** The name by which Java's providers know it. */
    String digestName() {
        return digestName;
    }

    /** The name in NXLink's {@code algorithm} header. */
    String lowerCaseName() {
        return lowerCaseName;
    }
}
