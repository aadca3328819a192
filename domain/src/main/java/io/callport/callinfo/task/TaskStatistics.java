package io.callport.callinfo.task;

import io.callport.query.VendorFields;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

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
public record TaskStatistics(
        @Nullable Integer answerOrderCount,
        @Nullable Integer finishOrderCount,
        @Nullable Integer totalOrderCount,
        @Nullable BigDecimal finishRate,
        @Nullable Integer totalAnswerCall,
        @Nullable Integer totalCall,
        @Nullable BigDecimal answerRate,
        VendorFields vendorFields) {}
