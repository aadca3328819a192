package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.query.Parameters;
import io.callport.query.Query;
import java.util.List;

/**
 * Asks for all calls of given orders of a Callbot task (NXCloud wiki, orderDetailList).
 *
 * @param userTaskId the id that the task's maker gave it
 * @param orderList the ids of the orders: 1 to 500
 */
public record OrderDetailsQuery(String userTaskId, List<String> orderList)
        implements Query<CallInfoPort, OrderDetailList> {
    private static final int MAX_ORDERS = 500;

    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public OrderDetailsQuery {
        Parameters.requireText("userTaskId", userTaskId);
        Parameters.requireTexts("orderList", orderList, MAX_ORDERS);
        orderList = List.copyOf(orderList);
    }

    @Override
    public Class<CallInfoPort> port() {
        return CallInfoPort.class;
    }

    @Override
    public OrderDetailList ask(CallInfoPort port, Account account) {
        return port.orderDetails(account, this);
    }
}
