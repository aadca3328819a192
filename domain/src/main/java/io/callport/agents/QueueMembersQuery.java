package io.callport.agents;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;

/**
 * Asks for the agents (座席) of a queue (NXCloud wiki, NXCC-API-queueAgents).
 *
 * @param tenantId the id of the team
 * @param queueNo the queue's number
 */
public record QueueMembersQuery(int tenantId, String queueNo) implements Query<AgentsPort, QueueMemberList> {
    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public QueueMembersQuery {
        Parameters.requireText("queueNo", queueNo);
    }

    @Override
    public Class<AgentsPort> port() {
        return AgentsPort.class;
    }

    @Override
    public QueueMemberList ask(AgentsPort port, Account account) {
        return port.queueMembers(account, this);
    }
}
