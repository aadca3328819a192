package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.callinfo.filter.TaskConditions;
import io.callport.callinfo.task.TaskPage;
import io.callport.query.Parameters;
import io.callport.query.Query;

/**
 * Asks for one page of Callbot's outbound tasks and their statistics (NXCloud wiki, taskList).
 *
 * @param queryConditions which tasks; all if a command does not say
 * @param page which page, from 1 on; 1 if a command does not say
 * @param size how many on a page, at least 1; 100 if a command does not say. The most is not documented
 */
public record Tasks(TaskConditions queryConditions, Integer page, Integer size)
        implements Query<CallInfoPort, TaskPage> {
    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public Tasks {
        queryConditions = Parameters.orElse(queryConditions, TaskConditions.NONE);
        page = Parameters.orElse(page, 1);
        size = Parameters.orElse(size, 100);
        Parameters.requirePage(page, size);
    }

    @Override
    public Class<CallInfoPort> port() {
        return CallInfoPort.class;
    }

    @Override
    public TaskPage ask(CallInfoPort port, Account account) {
        return port.tasks(account, this);
    }
}
