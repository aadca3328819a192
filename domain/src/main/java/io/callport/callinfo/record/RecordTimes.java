package io.callport.callinfo.record;

import org.jspecify.annotations.Nullable;

/**
 * When what happened in a recorded call, as the vendor sends it: in milliseconds since 1970 as the wiki's example has it, 0
 * for never.
 *
 * @param startTime it started
 * @param inQueueTime it came into a queue
 * @param outQueueTime it left the queue
 * @param ringTime it rang
 * @param answerTime it was answered
 * @param endTime it ended
 */
public record RecordTimes(
        @Nullable Long startTime,
        @Nullable Long inQueueTime,
        @Nullable Long outQueueTime,
        @Nullable Long ringTime,
        @Nullable Long answerTime,
        @Nullable Long endTime) {}
