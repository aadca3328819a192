package io.callport.agents;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;

/**
 * Asks for the time that an agent (座席) spent in each state (NXCloud wiki, NXCC-API-agentStatus).
 *
 * @param tenantId the id of the team
 * @param userName the user name of the agent
 * @param startDateTime the start of the period, in seconds since 1970
 * @param endDateTime the end of the period, in seconds since 1970; not before {@code startDateTime}
 */
public record AgentStatusQuery(int tenantId, String userName, long startDateTime, long endDateTime)
        implements Query<AgentsPort, AgentStatus> {
    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public AgentStatusQuery {
        Parameters.requireText("userName", userName);
        Parameters.requireAtLeast("startDateTime", startDateTime, 0);
        Parameters.requireOrder("startDateTime", startDateTime, "endDateTime", endDateTime);
    }

    @Override
    public Class<AgentsPort> port() {
        return AgentsPort.class;
    }

    @Override
    public AgentStatus ask(AgentsPort port, Account account) {
        return port.status(account, this);
    }
}
