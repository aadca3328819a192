package io.callport.numberpool;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the SIP numbers of an account and their registrations; without parameters for all of them
 * (developer.7moor.com/v7/sip-management).
 *
 * @param number the SIP number to find
 * @param registerStatuses the states to list: 0 not registered, 1 registered; empty for any
 */
public record SipNumbersQuery(@Nullable String number, List<Integer> registerStatuses)
        implements Query<NumberPoolPort, SipNumberList> {
    /** @throws IllegalArgumentException if a parameter is not of its form; the message names it */
    public SipNumbersQuery {
        Parameters.requireTextIfAny("number", number);
        registerStatuses = Parameters.copy("registerStatuses", registerStatuses);
        for (Integer status : registerStatuses) {
            Parameters.requireBetween("registerStatuses", status, 0, 1);
        }
    }

    @Override
    public Class<NumberPoolPort> port() {
        return NumberPoolPort.class;
    }

    @Override
    public SipNumberList ask(NumberPoolPort port, Account account) {
        return port.sipNumbers(account, this);
    }
}
