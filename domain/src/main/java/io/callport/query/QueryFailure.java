package io.callport.query;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The reason why a query has no answer: a value, so that retry and budget rules read facts and not exception classes.
 *
 * @param reason the kind of failure, in the contract's words
 * @param detail one sentence for people; never holds a secret or a vendor's body
 * @param sent whether the request reached the vendor
 * @param scope whether the failure says anything of other queries of the account
 * @param retryAfter the time after which another attempt can help, if it is known: the vendor's, or the one after which
 *     the account's budget has room again
 * @param vendorReply the vendor's words, if it sent any
 */
public record QueryFailure(
        Reason reason,
        String detail,
        Sent sent,
        Scope scope,
        @Nullable Duration retryAfter,
        @Nullable VendorReply vendorReply) {

    /** A failure of the query alone. */
    public QueryFailure(
            Reason reason, String detail, Sent sent, @Nullable Duration retryAfter, @Nullable VendorReply vendorReply) {
        this(reason, detail, sent, Scope.QUERY, retryAfter, vendorReply);
    }

    /** Whether a request may have reached the vendor, and so counts against the budget. */
    public enum Sent {
        /** The request was certainly not sent. */
        NO,
        /** The request may have been sent, and may still arrive. */
        MAYBE,
        /** The request was sent: the vendor's complete reply proves it. */
        YES
    }

    /** The range of a failure: what the vendor refused. */
    public enum Scope {
        /** The query, or something that may depend on its parameters: other queries may have an answer. */
        QUERY,
        /** The account: its signature, or the number of its requests. Every query would fail so now. */
        ACCOUNT
    }

    /** A failure for which no request counts against a budget. */
    public static QueryFailure notSent(Reason reason, String detail) {
        return new QueryFailure(reason, detail, Sent.NO, null, null);
    }
}
