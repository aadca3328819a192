package io.callport.config;

/**
 * The treatment of a command's trace.
 *
 * @param propagateToVendors whether the trace's context goes with requests to vendors, who are third parties
 */
public record TracingConfig(boolean propagateToVendors) {
    /** The default: a trace's context goes with requests. */
    public static final TracingConfig DEFAULT = new TracingConfig(true);
}
