package io.callport.callinfo.filter;

import io.callport.query.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks (NXCloud wiki, taskList); what is absent or empty does not narrow.
 *
 * @param taskStatus 1 pending start, 2 in progress, 3 completed, 4 finished (failed), 5 paused
 * @param taskName their names
 * @param sceneId the script template
 * @param userTaskId the ids that their makers gave them
 * @param startTs made from then on; the vendor states no unit here, and seconds elsewhere
 * @param endTs made until then
 */
public record TaskConditions(
        List<Integer> taskStatus,
        List<String> taskName,
        @Nullable String sceneId,
        List<String> userTaskId,
        @Nullable Long startTs,
        @Nullable Long endTs) {
    /** All tasks. */
    public static final TaskConditions NONE = new TaskConditions(List.of(), List.of(), null, List.of(), null, null);

    private static final int LAST_STATUS = 5;

    /** @throws IllegalArgumentException if a part is not of its form; the message names it */
    public TaskConditions {
        taskStatus = Parameters.copy("taskStatus", taskStatus);
        taskStatus.forEach(status -> Parameters.requireBetween("taskStatus", status, 1, LAST_STATUS));
        taskName = Parameters.copyTexts("taskName", taskName);
        Parameters.requireTextIfAny("sceneId", sceneId);
        userTaskId = Parameters.copyTexts("userTaskId", userTaskId);
        Parameters.requireOrder("startTs", startTs, "endTs", endTs);
    }
}
