package io.callport.callinfo.filter;

import io.callport.query.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which calls of a task (NXCloud wiki, callList, of which only the example and a part of the table could be read); what is
 * absent or empty does not narrow.
 *
 * @param callId the calls' ids
 * @param intentId ids of intent tags of the task's script template
 * @param intentName names of intent tags
 * @param intentTag intent tags
 * @param intentLevel intent levels; their values are not documented
 * @param turnTime how many turns the dialogue had
 * @param callDuration how long the call was
 * @param callStatus states; their values are not documented
 * @param startTs from then on; the unit is not documented
 * @param endTs until then
 */
public record CallOptions(
        List<String> callId,
        List<String> intentId,
        List<String> intentName,
        List<String> intentTag,
        List<Integer> intentLevel,
        @Nullable Between turnTime,
        @Nullable Between callDuration,
        List<Integer> callStatus,
        @Nullable Long startTs,
        @Nullable Long endTs) {
    /** All calls. */
    public static final CallOptions NONE =
            new CallOptions(List.of(), List.of(), List.of(), List.of(), List.of(), null, null, List.of(), null, null);

    /** @throws IllegalArgumentException if a part is not of its form; the message names it */
    public CallOptions {
        callId = Parameters.copyTexts("callId", callId);
        intentId = Parameters.copyTexts("intentId", intentId);
        intentName = Parameters.copyTexts("intentName", intentName);
        intentTag = Parameters.copyTexts("intentTag", intentTag);
        intentLevel = Parameters.copy("intentLevel", intentLevel);
        callStatus = Parameters.copy("callStatus", callStatus);
        Parameters.requireOrder("startTs", startTs, "endTs", endTs);
    }
}
