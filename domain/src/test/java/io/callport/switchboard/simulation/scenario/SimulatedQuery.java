package io.callport.switchboard.simulation.scenario;

import io.callport.account.Account;
import io.callport.query.Answer;
import io.callport.query.Query;

/** A simulated query: queries with equal numbers are equal. */
public record SimulatedQuery(int number) implements Query<Object, SimulatedQuery.Reply> {
    /** The simulated vendor's answer to its n-th request of all. */
    public record Reply(long request) implements Answer {}

    @Override
    public Class<Object> port() {
        return Object.class;
    }

    @Override
    public Reply ask(Object port, Account account) {
        throw new UnsupportedOperationException("The simulation asks no port");
    }

    @Override
    public String toString() {
        return "q" + number;
    }
}
