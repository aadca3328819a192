package io.callport.callinfo.filter;

import io.callport.query.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a task (NXCloud wiki, orderList, of which only a part could be read); what is absent or empty does not
 * narrow.
 *
 * @param orderId the ids that were given at import
 * @param intentId ids of intent tags of the task's script template
 * @param intentName names of intent tags
 * @param intentTag intent tags
 * @param intentLevel intent levels; their values are not documented, and only the Chinese page has this
 * @param finish completed or not; its values are not documented, the example has 1
 * @param turnTime how many turns the dialogue had
 * @param callDuration how long the last call was
 * @param callStatus states of the last call; their values are not documented
 */
public record OrderOptions(
        List<String> orderId,
        List<String> intentId,
        List<String> intentName,
        List<String> intentTag,
        List<Integer> intentLevel,
        @Nullable Integer finish,
        @Nullable Between turnTime,
        @Nullable Between callDuration,
        List<Integer> callStatus) {
    /** All orders. */
    public static final OrderOptions NONE =
            new OrderOptions(List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, List.of());

    /** @throws IllegalArgumentException if a part is not of its form; the message names it */
    public OrderOptions {
        orderId = Parameters.copyTexts("orderId", orderId);
        intentId = Parameters.copyTexts("intentId", intentId);
        intentName = Parameters.copyTexts("intentName", intentName);
        intentTag = Parameters.copyTexts("intentTag", intentTag);
        intentLevel = Parameters.copy("intentLevel", intentLevel);
        callStatus = Parameters.copy("callStatus", callStatus);
    }
}
