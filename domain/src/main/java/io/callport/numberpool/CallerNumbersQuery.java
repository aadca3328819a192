package io.callport.numberpool;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;

/**
 * Asks for the numbers from which an agent (座席) may call (NXCloud wiki, NXCC-API-didQuery).
 *
 * @param tenantId the id of the team
 * @param sipNumber the SIP number of the agent
 */
public record CallerNumbersQuery(int tenantId, String sipNumber) implements Query<NumberPoolPort, CallerNumberList> {
    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public CallerNumbersQuery {
        Parameters.requireText("sipNumber", sipNumber);
    }

    @Override
    public Class<NumberPoolPort> port() {
        return NumberPoolPort.class;
    }

    @Override
    public CallerNumberList ask(NumberPoolPort port, Account account) {
        return port.callerNumbers(account, this);
    }
}
