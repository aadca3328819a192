package io.callport.callinfo;

import io.callport.account.Account;
import io.callport.callinfo.filter.CallOptions;
import io.callport.callinfo.order.CallPage;
import io.callport.query.Parameters;
import io.callport.query.Query;

/**
 * Asks for one page of the calls of a Callbot task (NXCloud wiki, callList).
 *
 * @param userTaskId the task, by the id that its maker gave it
 * @param options which calls; all if a command does not say
 * @param page which page, from 1 on; 1 if a command does not say
 * @param size how many on a page, at least 1; 100 if a command does not say. The most is not documented
 */
public record Calls(String userTaskId, CallOptions options, Integer page, Integer size)
        implements Query<CallInfoPort, CallPage> {
    /** @throws IllegalArgumentException if a parameter is missing or not of its form; the message names it */
    public Calls {
        Parameters.requireText("userTaskId", userTaskId);
        options = Parameters.orElse(options, CallOptions.NONE);
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
}
