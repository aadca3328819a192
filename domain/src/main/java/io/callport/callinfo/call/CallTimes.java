package io.callport.callinfo.call;

import org.jspecify.annotations.Nullable;

/**
 * When a call took place, as the vendor sends it. The units are not documented; other timestamps of Callbot are seconds.
 *
 * @param callStartTs when it started
 * @param callAnswerTs when it was answered
 * @param callEndTs when it ended
 * @param callDuration how long it was
 */
public record CallTimes(
        @Nullable Long callStartTs,
        @Nullable Long callAnswerTs,
        @Nullable Long callEndTs,
        @Nullable Long callDuration) {}
