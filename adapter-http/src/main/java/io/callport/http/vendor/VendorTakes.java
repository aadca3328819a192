package io.callport.http.vendor;

import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Checks, before any request, what one vendor takes of a query that several vendors answer: a parameter that it would not
 * look at is refused, so that nobody mistakes the answer for a narrower one.
 *
 * @param vendor its name, for the refusals
 */
public record VendorTakes(String vendor) {
    /** A parameter that this vendor needs. */
    public VendorTakes required(String name, @Nullable Object value) {
        if (value == null) {
            throw refused("params." + name + ": is required by " + vendor);
        }
        return this;
    }

    /** A parameter that this vendor does not take. */
    public VendorTakes none(String name, @Nullable Object value) {
        if (value != null) {
            throw refused("params." + name + ": is not taken by " + vendor + "; leave it out");
        }
        return this;
    }

    /** A number that is smaller at this vendor than at others. */
    public VendorTakes atMost(String name, int value, int most) {
        if (value > most) {
            throw refused("params." + name + ": must be at most " + most + " at " + vendor + ", but is " + value);
        }
        return this;
    }

    private static QueryFailedException refused(String detail) {
        return new QueryFailedException(QueryFailure.notSent(Reason.INVALID_COMMAND, detail));
    }
}
