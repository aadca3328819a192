package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of Callbot's outbound tasks and their statistics (NXCloud wiki, taskList).
 *
 * @param queryConditions the tasks to list; all if a command does not say
 * @param page the number of the page, from 1; 1 if a command does not say
 * @param size the number of tasks on a page, at least 1; 100 if a command does not say. The most is not documented
 */
public record TasksQuery(Conditions queryConditions, Integer page, Integer size)
        implements Query<CallInfoPort, TaskPage> {
    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public TasksQuery {
        queryConditions = Parameters.orElse(queryConditions, Conditions.NONE);
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

    /**
     * The conditions for tasks (NXCloud wiki, taskList). A condition that is absent or empty selects all.
     *
     * @param taskStatus the states: 1 pending start, 2 in progress, 3 completed, 4 finished (failed), 5 paused
     * @param taskName the names of the tasks
     * @param sceneId the id of the script template
     * @param userTaskId the ids that the tasks' makers gave them
     * @param startTs the start of the period of their creation; the vendor states no unit here, and seconds elsewhere
     * @param endTs the end of that period
     */
    public record Conditions(
            List<Integer> taskStatus,
            List<String> taskName,
            @Nullable String sceneId,
            List<String> userTaskId,
            @Nullable Long startTs,
            @Nullable Long endTs) {
        public static final Conditions NONE = new Conditions(List.of(), List.of(), null, List.of(), null, null);

        private static final int LAST_STATUS = 5;

        /** @throws IllegalArgumentException if a part is not of its form; the message names it */
        public Conditions {
            taskStatus = Parameters.copy("taskStatus", taskStatus);
            taskStatus.forEach(status -> Parameters.requireBetween("taskStatus", status, 1, LAST_STATUS));
            taskName = Parameters.copyTexts("taskName", taskName);
            Parameters.requireTextIfAny("sceneId", sceneId);
            userTaskId = Parameters.copyTexts("userTaskId", userTaskId);
            Parameters.requireOrder("startTs", startTs, "endTs", endTs);
        }
    }
}
