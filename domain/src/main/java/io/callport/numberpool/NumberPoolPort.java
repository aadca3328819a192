package io.callport.numberpool;

import io.callport.account.Account;
import io.callport.query.QueryFailedException;

/**
 * Asks a vendor for an account's number pool. An adapter overrides what its vendor documents; the rest is refused as
 * {@code unsupported-query}. Implementations are thread-safe and block until the vendor answered or their timeout
 * passed; every failure is a {@link QueryFailedException}.
 */
public interface NumberPoolPort {
    /** The account's display, service and SIP numbers. */
    default NumberPool numbers(Account account, NumbersQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The account's groups of display numbers. */
    default NumberGroups groups(Account account, NumberGroupsQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The account's SIP numbers and their registrations. */
    default SipNumberList sipNumbers(Account account, SipNumbersQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The numbers from which an agent may call. */
    default CallerNumberList callerNumbers(Account account, CallerNumbersQuery query) {
        throw QueryFailedException.unsupported(query);
    }
}
