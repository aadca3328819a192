package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of the records of manual calls (话单, NXCloud wiki, NXCC-API-cdrQuery).
 *
 * @param startTime the start of the period, in seconds since 1970
 * @param endTime the end of the period, in seconds since 1970; not before {@code startTime}
 * @param answered the calls to list: 0 all, 1 not answered, 2 answered; the wiki's example has {@code true} instead
 * @param direction the direction: 0 all, 1 inbound, 2 outbound, 3 AICC; not the codes that records have
 * @param name the agent's name
 * @param caller the calling number
 * @param callee the called number
 * @param callId the id of the call to find
 * @param orderId the id of the order to find
 * @param page the number of the page, from 1; 1 if a command does not say
 * @param size the number of records on a page, 1 to 100; 100 if a command does not say
 */
public record RecordsQuery(
        long startTime,
        long endTime,
        @Nullable Integer answered,
        @Nullable Integer direction,
        @Nullable String name,
        @Nullable String caller,
        @Nullable String callee,
        @Nullable String callId,
        @Nullable String orderId,
        Integer page,
        Integer size)
        implements Query<CallInfoPort, CallRecordPage> {
    private static final int MAX = 100;

    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public RecordsQuery {
        Parameters.requireAtLeast("startTime", startTime, 0);
        Parameters.requireOrder("startTime", startTime, "endTime", endTime);
        Parameters.requireBetween("answered", answered, 0, 2);
        Parameters.requireBetween("direction", direction, 0, 3);
        Parameters.requireTextIfAny("name", name);
        Parameters.requireTextIfAny("caller", caller);
        Parameters.requireTextIfAny("callee", callee);
        Parameters.requireTextIfAny("callId", callId);
        Parameters.requireTextIfAny("orderId", orderId);
        page = Parameters.orElse(page, 1);
        size = Parameters.orElse(size, 100);
        Parameters.requirePage(page, size, MAX);
    }

    @Override
    public Class<CallInfoPort> port() {
        return CallInfoPort.class;
    }

    @Override
    public CallRecordPage ask(CallInfoPort port, Account account) {
        return port.records(account, this);
    }
}
