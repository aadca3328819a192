package io.callport.config;

/**
 * What becomes of a command's trace.
 *
 * @param propagateToVendors whether its context goes with requests to vendors, who are third parties
 */
public record TracingConfig(boolean propagateToVendors) {
    /** The default: a trace's context goes with requests. */
    public static final TracingConfig DEFAULT = new TracingConfig(true);
}
