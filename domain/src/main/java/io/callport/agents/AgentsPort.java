package io.callport.agents;

import io.callport.account.Account;
import io.callport.query.QueryFailedException;

/**
 * Asks a vendor about agents (座席) and their queues. An adapter overrides what its vendor documents; the rest is refused
 * as {@code unsupported-query}. Implementations are thread-safe and block until the vendor answered or their timeout
 * passed; every failure is a {@link QueryFailedException}.
 */
public interface AgentsPort {
    /** One page of agents. */
    default AgentPage list(Account account, AgentsQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** One page of queues. */
    default AgentQueuePage queues(Account account, QueuesQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The time that an agent spent in each state. */
    default AgentStatus status(Account account, AgentStatusQuery query) {
        throw QueryFailedException.unsupported(query);
    }

    /** The agents of a queue. */
    default QueueMemberList queueMembers(Account account, QueueMembersQuery query) {
        throw QueryFailedException.unsupported(query);
    }
}
