package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;

/**
 * Asks for the records of the calls of an order (NXCloud wiki, NXCC-API-cdrQueryByOrder).
 *
 * @param tenantId the id of the team
 * @param orderId the id of the order; the wiki marks it as optional, but does not say what is answered without it
 */
public record RecordsByOrderQuery(int tenantId, String orderId) implements Query<CallInfoPort, CallRecordList> {
    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public RecordsByOrderQuery {
        Parameters.requireText("orderId", orderId);
    }

    @Override
    public Class<CallInfoPort> port() {
        return CallInfoPort.class;
    }

    @Override
    public CallRecordList ask(CallInfoPort port, Account account) {
        return port.recordsByOrder(account, this);
    }
}
