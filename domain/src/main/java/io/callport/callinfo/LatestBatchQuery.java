package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;

/**
 * Asks for the numbers of the newest batch of a Callbot task (NXCloud wiki, batchExportCall; its English page says "the
 * previous batch").
 *
 * @param userTaskId the id that the task's maker gave it
 */
public record LatestBatchQuery(String userTaskId) implements Query<CallInfoPort, CallBatch> {
    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public LatestBatchQuery {
        Parameters.requireText("userTaskId", userTaskId);
    }

    @Override
    public Class<CallInfoPort> port() {
        return CallInfoPort.class;
    }

    @Override
    public CallBatch ask(CallInfoPort port, Account account) {
        return port.latestBatch(account, this);
    }
}
