package io.callport.numberpool;

import io.callport.account.Account;
import io.callport.query.Query;

/** Asks for all numbers of an account; it takes no parameters. */
public record NumbersQuery() implements Query<NumberPoolPort, NumberPool> {
    @Override
    public Class<NumberPoolPort> port() {
        return NumberPoolPort.class;
    }

    @Override
    public NumberPool ask(NumberPoolPort port, Account account) {
        return port.numbers(account, this);
    }
}
