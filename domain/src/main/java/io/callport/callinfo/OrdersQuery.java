package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of the orders of a Callbot task, each with its last call (NXCloud wiki, orderList).
 *
 * @param userTaskId the task, by the id that its maker gave it
 * @param options which orders; all if a command does not say
 * @param page which page, from 1 on; 1 if a command does not say
 * @param size how many on a page, at least 1; 100 if a command does not say. The most is not documented
 */
public record OrdersQuery(String userTaskId, Options options, Integer page, Integer size)
        implements Query<CallInfoPort, OrderPage> {
    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public OrdersQuery {
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
    public OrderPage ask(CallInfoPort port, Account account) {
        return port.orders(account, this);
    }

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
    public record Options(
            List<String> orderId,
            List<String> intentId,
            List<String> intentName,
            List<String> intentTag,
            List<Integer> intentLevel,
            @Nullable Integer finish,
            @Nullable Between turnTime,
            @Nullable Between callDuration,
            List<Integer> callStatus) {
        public static final Options NONE =
                new Options(List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, List.of());

        /** @throws IllegalArgumentException if a part is not of its form; the message names it */
        public Options {
            orderId = Parameters.copyTexts("orderId", orderId);
            intentId = Parameters.copyTexts("intentId", intentId);
            intentName = Parameters.copyTexts("intentName", intentName);
            intentTag = Parameters.copyTexts("intentTag", intentTag);
            intentLevel = Parameters.copy("intentLevel", intentLevel);
            callStatus = Parameters.copy("callStatus", callStatus);
        }
    }
}
