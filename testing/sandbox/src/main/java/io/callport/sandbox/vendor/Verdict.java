package io.callport.sandbox.vendor;

/** The results of a stand-in vendor's checks. In the recorded requests a fault shows as {@code fault:<its name>}. */
public final class Verdict {
    /** The request was accepted and answered. */
    public static final String ACCEPTED = "accepted";
    /** The signature does not match these bytes. */
    public static final String BAD_SIGNATURE = "bad-signature";
    /** The timestamp is too far from the vendor's clock, or not of its form. */
    public static final String STALE_TIMESTAMP = "stale-timestamp";
    /** 7moor: this sign and nonce arrived before, within five minutes. */
    public static final String REPEATED_NONCE = "repeated-nonce";
    /** 7moor: more requests in the window than the limit. */
    public static final String OVER_LIMIT = "over-limit";
    /** The vendor knows no such account. */
    public static final String UNKNOWN_ACCOUNT = "unknown-account";
    /** A header that the vendor requires is missing, or not of its form. */
    public static final String BAD_HEADER = "bad-header";
    /** The body is not a JSON object, where the vendor needs one. */
    public static final String BAD_BODY = "bad-body";
    /** A field of the body is missing, not of its type, or out of its documented bounds. */
    public static final String BAD_PARAMETER = "bad-parameter";
    /** No vendor has this path with this method. */
    public static final String NO_ENDPOINT = "no-endpoint";

    private Verdict() {}
}
