package io.callport.agents;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of agents (座席). Which parameters a vendor takes differs; one that it does not take is refused as
 * {@code invalid-command}, without a request.
 *
 * <p>7moor (developer.7moor.com/v7/agent-management): {@code agentNumber}, {@code sipNumber}, {@code mobile},
 * {@code crmId}, and at most 100 on a page. NXLink (NXCloud wiki, NXCC-API-agentInfo): {@code tenantId}, which is
 * required, and {@code userName}.
 *
 * @param agentNumber the agent number (工号) to find
 * @param sipNumber the SIP number to find
 * @param mobile the mobile number to find
 * @param crmId the user id to find
 * @param tenantId the id of the team
 * @param userName the user name to find
 * @param page the number of the page, from 1; 1 if a command does not say
 * @param size the number of agents on a page, 1 to 200, at 7moor 1 to 100; 100 if a command does not say
 */
public record AgentsQuery(
        @Nullable String agentNumber,
        @Nullable String sipNumber,
        @Nullable String mobile,
        @Nullable String crmId,
        @Nullable Integer tenantId,
        @Nullable String userName,
        Integer page,
        Integer size)
        implements Query<AgentsPort, AgentPage> {
    private static final int MAX = 200;

    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public AgentsQuery {
        Parameters.requireTextIfAny("agentNumber", agentNumber);
        Parameters.requireTextIfAny("sipNumber", sipNumber);
        Parameters.requireTextIfAny("mobile", mobile);
        Parameters.requireTextIfAny("crmId", crmId);
        Parameters.requireTextIfAny("userName", userName);
        page = Parameters.orElse(page, 1);
        size = Parameters.orElse(size, 100);
        Parameters.requireAtLeast("page", page, 1);
        requireSize(size);
    }

    /** Names the bound of each vendor, since the query does not know whom it asks. */
    private static void requireSize(int size) {
        if (size < 1 || size > MAX) {
            throw new IllegalArgumentException(
                    "size: must be 1 to 100 at 7moor and 1 to " + MAX + " at nxlink, but is " + size);
        }
    }

    @Override
    public Class<AgentsPort> port() {
        return AgentsPort.class;
    }

    @Override
    public AgentPage ask(AgentsPort port, Account account) {
        return port.list(account, this);
    }
}
