package io.callport.http.settings;

import io.callport.query.QueryFailure.Scope;
import io.callport.query.Reason;

/**
 * The meaning of a vendor's code.
 *
 * @param reason why there is no answer
 * @param scope whether the code says that of the account, so that all its queries wait, or of the query alone
 */
public record CodeMeaning(Reason reason, Scope scope) {
    /** The account's signature is refused, or there is no such account. */
    public static final CodeMeaning UNAUTHORIZED = new CodeMeaning(Reason.UNAUTHORIZED, Scope.ACCOUNT);

    /** The account may not ask this; it may ask something else, or the same with other parameters. */
    public static final CodeMeaning FORBIDDEN = new CodeMeaning(Reason.UNAUTHORIZED, Scope.QUERY);

    /** The account asks too often. */
    public static final CodeMeaning TOO_OFTEN = new CodeMeaning(Reason.VENDOR_UNAVAILABLE, Scope.ACCOUNT);

    /** A code that refuses the query alone. */
    public static CodeMeaning ofQuery(Reason reason) {
        return new CodeMeaning(reason, Scope.QUERY);
    }
}
