package io.callport.callinfo;

import io.callport.query.VendorFields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An outbound task (NXCloud wiki, taskList and taskCallback). A component is {@code null} where the vendor sent
 * nothing, or a value of another type, which stays in {@code vendorFields}.
 *
 * @param userTaskId the id that the task's maker gave it
 * @param taskId the vendor's id
 * @param sceneId the id of the script template
 * @param taskStatus the vendor's code, verbatim: 1 pending start, 2 in progress, 3 completed, 4 finished (failed), 5
 *     paused
 * @param createTs the time at which the task was made, in seconds since 1970
 * @param taskStat the statistics of the task
 * @param vendorFields the other fields that the vendor sent
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
     * The statistics of a task's orders and calls (NXCloud wiki, taskCallback).
     *
     * @param answerOrderCount the number of answered orders
     * @param finishOrderCount the number of completed orders
     * @param totalOrderCount the number of all orders
     * @param finishRate the share of completed orders, from 0 to 1, two decimals
     * @param totalAnswerCall the number of answered calls
     * @param totalCall the number of all calls
     * @param answerRate the share of answered calls, from 0 to 1, two decimals
     * @param vendorFields the other fields that the vendor sent
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
