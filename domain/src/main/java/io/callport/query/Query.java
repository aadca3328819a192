package io.callport.query;

import io.callport.account.Account;

/**
 * A read-only question to a vendor: a record, valid by construction. Two equal queries of one account ask the same and
 * may share one request.
 *
 * @param <P> the port that answers it
 * @param <A> the type of its answer
 */
public interface Query<P, A extends Answer> {
    /** The port that answers this query. */
    Class<P> port();

    /**
     * Asks the port, on the calling thread, for as long as the vendor takes.
     *
     * @throws QueryFailedException if there is no answer
     */
    A ask(P port, Account account);
}
