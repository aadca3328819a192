package io.callport.http.vendor;

import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Checks, before any request, the parameters of a query that several vendors answer: a parameter that this vendor
 * ignores is refused, so that nobody mistakes the answer for a narrower one.
 *
 * @param vendor the vendor's name, for the refusals
 */
public record ParameterCheck(String vendor) {
    /** Refuses the query if a parameter that this vendor needs is missing. */
    public ParameterCheck required(String name, @Nullable Object value) {
        if (value == null) {
            throw refused("params." + name + ": is required by " + vendor);
        }
        return this;
    }

    /** Refuses the query if it has a parameter that this vendor ignores. */
    public ParameterCheck absent(String name, @Nullable Object value) {
        if (value != null) {
            throw refused("params." + name + ": is not taken by " + vendor + "; leave it out");
        }
        return this;
    }

    /** Refuses the query if a number, which is at least 1, is larger than this vendor allows. */
    public ParameterCheck atMost(String name, int value, int max) {
        if (value > max) {
            String bound = max == 1 ? "1" : "1 to " + max;
            throw refused("params." + name + ": must be " + bound + " at " + vendor + ", but is " + value);
        }
        return this;
    }

    private static QueryFailedException refused(String detail) {
        return new QueryFailedException(QueryFailure.notSent(Reason.INVALID_COMMAND, detail));
    }
}
