package io.callport.switchboard.growth;

import io.callport.account.Account;
import io.callport.query.Answer;
import io.callport.query.Query;

/**
 * A query that holds only a number, and is never sent.
 *
 * @param number distinct queries have distinct ones
 */
public record NumberedQuery(int number) implements Query<Object, Answer> {
    @Override
    public Class<Object> port() {
        return Object.class;
    }

    @Override
    public Answer ask(Object port, Account account) {
        throw new IllegalStateException("is never asked");
    }
}
