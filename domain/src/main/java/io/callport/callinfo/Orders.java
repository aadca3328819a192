package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.callinfo.filter.OrderOptions;
import io.callport.callinfo.order.OrderPage;
import io.callport.query.Parameters;
import io.callport.query.Query;

/**
 * Asks for one page of the orders of a Callbot task, each with its last call (NXCloud wiki, orderList).
 *
 * @param userTaskId the task, by the id that its maker gave it
 * @param options which orders; all if a command does not say
 * @param page which page, from 1 on; 1 if a command does not say
 * @param size how many on a page, at least 1; 100 if a command does not say. The most is not documented
 */
public record Orders(String userTaskId, OrderOptions options, Integer page, Integer size)
        implements Query<CallInfoPort, OrderPage> {
    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public Orders {
        Parameters.requireText("userTaskId", userTaskId);
        options = Parameters.orElse(options, OrderOptions.NONE);
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
}
