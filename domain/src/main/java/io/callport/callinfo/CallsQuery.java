package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of the calls of a Callbot task (NXCloud wiki, callList).
 *
 * @param userTaskId the id that the task's maker gave it
 * @param options the calls to list; all if a command does not say
 * @param page the number of the page, from 1; 1 if a command does not say
 * @param size the number of calls on a page, at least 1; 100 if a command does not say. The most is not documented
 */
public record CallsQuery(String userTaskId, Options options, Integer page, Integer size)
        implements Query<CallInfoPort, CallPage> {
    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public CallsQuery {
        Parameters.requireText("userTaskId", userTaskId);
        options = Parameters.orElse(options, Options.NONE);
        page = Parameters.orElse(page, 1);
        size = Parameters.orElse(size, 100);
        Parameters.requirePage(page, size);
    }

    @Override
    public Class<CallInfoPort> port() {
        return CallInfoPort.class;
    }

    @Override
    public CallPage ask(CallInfoPort port, Account account) {
        return port.calls(account, this);
    }

    /**
     * The conditions for calls of a task (NXCloud wiki, callList, of which only the example and a part of the table
     * could be read). A condition that is absent or empty selects all.
     *
     * @param callId the ids of the calls
     * @param intentId ids of intent tags of the task's script template
     * @param intentName names of intent tags
     * @param intentTag intent tags
     * @param intentLevel intent levels; their values are not documented
     * @param turnTime the number of turns of the dialogue
     * @param callDuration the length of the call
     * @param callStatus states of calls; their values are not documented
     * @param startTs the start of the period; the unit is not documented
     * @param endTs the end of the period
     */
    public record Options(
            List<String> callId,
            List<String> intentId,
            List<String> intentName,
            List<String> intentTag,
            List<Integer> intentLevel,
            @Nullable NumberRange turnTime,
            @Nullable NumberRange callDuration,
            List<Integer> callStatus,
            @Nullable Long startTs,
            @Nullable Long endTs) {
        public static final Options NONE =
                new Options(List.of(), List.of(), List.of(), List.of(), List.of(), null, null, List.of(), null, null);

        /** @throws IllegalArgumentException if a part is not of its form; the message names it */
        public Options {
            callId = Parameters.copyTexts("callId", callId);
            intentId = Parameters.copyTexts("intentId", intentId);
            intentName = Parameters.copyTexts("intentName", intentName);
            intentTag = Parameters.copyTexts("intentTag", intentTag);
            intentLevel = Parameters.copy("intentLevel", intentLevel);
            callStatus = Parameters.copy("callStatus", callStatus);
            Parameters.requireOrder("startTs", startTs, "endTs", endTs);
        }
    }
}
