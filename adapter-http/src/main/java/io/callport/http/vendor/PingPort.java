package io.callport.http.vendor;

import io.callport.account.Account;
import io.callport.query.QueryFailedException;

/** Asks a vendor whether it is up and accepts an account's signature; for vendors that document such a request. */
@FunctionalInterface
public interface PingPort {
    /**
     * Asks, on the calling thread.
     *
     * @throws QueryFailedException if the vendor does not answer, or says no
     */
    void ping(Account account);
}
