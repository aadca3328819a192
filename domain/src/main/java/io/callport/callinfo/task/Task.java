package io.callport.callinfo.task;

import io.callport.query.VendorFields;
import org.jspecify.annotations.Nullable;

/**
 * An outbound task (NXCloud wiki, taskList and taskCallback). A component is {@code null} where the vendor sent nothing, or
 * nothing that reads as its type; what did not read stays in {@code vendorFields}.
 *
 * @param userTaskId the id that its maker gave it
 * @param taskId the vendor's id
 * @param sceneId the script template
 * @param taskStatus verbatim: 1 pending start, 2 in progress, 3 completed, 4 finished (failed), 5 paused
 * @param createTs when it was made, in seconds since 1970
 * @param taskStat its statistics
 * @param vendorFields what else the vendor sent
 */
public record Task(
        @Nullable String userTaskId,
        @Nullable String taskId,
        @Nullable String sceneId,
        @Nullable String taskStatus,
        @Nullable Long createTs,
        @Nullable TaskStatistics taskStat,
        VendorFields vendorFields) {}
