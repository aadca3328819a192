package io.callport.agents;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of queues: skill groups (技能组) at 7moor, agent groups (坐席组) at NXLink. Which parameters a vendor
 * takes differs; one that it does not take is refused as {@code invalid-command}, without a request.
 *
 * <p>7moor (developer.7moor.com/v7/peer-management) takes none and has one page only. NXLink (NXCloud wiki,
 * NXCC-API-groupQuery) requires {@code tenantId} and {@code queueName}.
 *
 * @param tenantId the id of the team
 * @param queueName the group's number, by NXLink's table, although the name says otherwise
 * @param page the number of the page, from 1; 1 if a command does not say
 * @param size the number of queues on a page, 1 to 200; 100 if a command does not say
 */
public record QueuesQuery(
        @Nullable Integer tenantId, @Nullable String queueName, Integer page, Integer size)
        implements Query<AgentsPort, AgentQueuePage> {
    private static final int MAX = 200;

    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public QueuesQuery {
        Parameters.requireTextIfAny("queueName", queueName);
        page = Parameters.orElse(page, 1);
        size = Parameters.orElse(size, 100);
        Parameters.requirePage(page, size, MAX);
    }

    @Override
    public Class<AgentsPort> port() {
        return AgentsPort.class;
    }

    @Override
    public AgentQueuePage ask(AgentsPort port, Account account) {
        return port.queues(account, this);
    }
}
