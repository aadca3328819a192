package io.callport.numberpool;

import io.callport.account.Account;
import io.callport.query.Query;

/** Asks for the groups of display numbers (外显号组) of an account; it takes no parameters. */
public record NumberGroupsQuery() implements Query<NumberPoolPort, NumberGroups> {
    @Override
    public Class<NumberPoolPort> port() {
        return NumberPoolPort.class;
    }

    @Override
    public NumberGroups ask(NumberPoolPort port, Account account) {
        return port.groups(account, this);
    }
}
