package io.callport.agents;

import io.callport.account.Account;
import io.callport.query.QueryFailedException;

/**
 * Asks a vendor about agents (座席) and their queues. An adapter overrides what its vendor documents; the rest is refused as
 * {@code unsupported-query}. Implementations are thread-safe and block until the vendor answered or their timeout passed;
 * every failure is a {@link QueryFailedException}.
 */
public interface AgentsPort {
    /** One page of agents. */
    default AgentPage list(Account account, ListAgents query) {
        throw QueryFailedException.unsupported(query);
    }

    /** One page of queues. */
    default QueuePage queues(Account account, Queues query) {
        throw QueryFailedException.unsupported(query);
    }

    /** How long an agent was in which state. */
    default AgentStatusList status(Account account, AgentStatus query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The agents of a queue. */
    default QueueMemberList queueMembers(Account account, QueueMembers query) {
        throw QueryFailedException.unsupported(query);
    }
}
