package io.callport.callinfo;

import io.callport.query.VendorFields;
import java.math.BigDecimal;
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
        @Nullable Statistics taskStat,
        VendorFields vendorFields) {

    /**
     * What has become of a task's orders and calls (NXCloud wiki, taskCallback).
     *
     * @param answerOrderCount how many orders were answered
     * @param finishOrderCount how many orders are completed
     * @param totalOrderCount how many orders there are
     * @param finishRate completed orders of all, from 0 to 1, two decimals
     * @param totalAnswerCall how many calls were answered
     * @param totalCall how many calls there were
     * @param answerRate answered calls of all, from 0 to 1, two decimals
     * @param vendorFields what else the vendor sent
     */
    public record Statistics(
            @Nullable Integer answerOrderCount,
            @Nullable Integer finishOrderCount,
            @Nullable Integer totalOrderCount,
            @Nullable BigDecimal finishRate,
            @Nullable Integer totalAnswerCall,
            @Nullable Integer totalCall,
            @Nullable BigDecimal answerRate,
            VendorFields vendorFields) {}
}
