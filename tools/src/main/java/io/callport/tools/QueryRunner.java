package io.callport.tools;

import io.callport.account.Account;
import io.callport.embed.Callport;
import io.callport.query.Answer;
import io.callport.query.Outcome;
import io.callport.query.Query;
import io.callport.query.QueryFailedException;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** Runs a query and waits for its result, for up to a deadline. */
record QueryRunner(Callport callport, Duration deadline) {
    <P, A extends Answer> Outcome ask(Account account, Query<P, A> query) {
        try {
            return new Outcome.Answered(callport.ask(account, query, deadline).join());
        } catch (CompletionException e) {
            if (e.getCause() instanceof QueryFailedException failed) {
                return new Outcome.Failed(failed.failure());
            }
            throw e;
        }
    }
}
