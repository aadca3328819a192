package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;

/**
 * Looks up call info at Callbot. The vendor shows one sample of this request and explains none of its fields (wiki page
 * <i>Callbot API authorization</i>), so they are passed on as they are, all three.
 *
 * @param customerId not blank, at most 256 characters
 * @param appKey not blank, at most 256 characters
 * @param status any number; the sample has 1
 */
public record LookupQuery(String customerId, String appKey, int status) implements Query<CallInfoPort, CallInfo> {
    /** @throws IllegalArgumentException if a text is missing, blank or too long; the message names it */
    public LookupQuery {
        Parameters.requireText("customerId", customerId);
        Parameters.requireText("appKey", appKey);
    }

    @Override
    public Class<CallInfoPort> port() {
        return CallInfoPort.class;
    }

    @Override
    public CallInfo ask(CallInfoPort port, Account account) {
        return port.lookup(account, this);
    }
}
