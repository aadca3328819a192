package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.QueryFailedException;

/**
 * Asks a vendor about calls. An adapter overrides what its vendor documents; the rest is refused as
 * {@code unsupported-query}. Implementations are thread-safe and block until the vendor answered or their timeout passed;
 * every failure is a {@link QueryFailedException}.
 */
public interface CallInfoPort {
    /** Looks up a customer's call info. */
    default CallInfo lookup(Account account, Lookup query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The answer rates of display numbers. */
    default AnswerRateReport answerRates(Account account, AnswerRates query) {
        throw QueryFailedException.unsupported(query);
    }
}
