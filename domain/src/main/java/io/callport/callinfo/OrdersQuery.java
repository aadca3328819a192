package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for one page of the orders of a Callbot task, each with its last call (NXCloud wiki, orderList).
 *
 * @param userTaskId the id that the task's maker gave it
 * @param options the orders to list; all if a command does not say
 * @param page the number of the page, from 1; 1 if a command does not say
 * @param size the number of orders on a page, at least 1; 100 if a command does not say. The most is not documented
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
     * The conditions for orders of a task (NXCloud wiki, orderList, of which only a part could be read). A condition
     * that is absent or empty selects all.
     *
     * @param orderId the ids that were given at import
     * @param intentId ids of intent tags of the task's script template
     * @param intentName names of intent tags
     * @param intentTag intent tags
     * @param intentLevel intent levels; their values are not documented, and only the Chinese page has this
     * @param finish whether the order is completed; the values are not documented, the example has 1
     * @param turnTime the number of turns of the dialogue
     * @param callDuration the length of the last call
     * @param callStatus states of the last call; their values are not documented
     */
    public record Options(
            List<String> orderId,
            List<String> intentId,
            List<String> intentName,
            List<String> intentTag,
            List<Integer> intentLevel,
            @Nullable Integer finish,
            @Nullable NumberRange turnTime,
            @Nullable NumberRange callDuration,
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
