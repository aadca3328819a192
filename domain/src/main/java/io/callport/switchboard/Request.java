package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.query.Answer;
import io.callport.query.ExceptionKind;
import io.callport.query.Outcome;
import io.callport.query.Ports;
import io.callport.query.Query;
import io.callport.query.QueryFailedException;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;

/**
 * One HTTP request that is to start now; its outcome goes to {@link Switchboard#ended(Request, Outcome, long, long)}.
 *
 * @param id unique in its switchboard
 * @param account the account to ask
 * @param query the query
 * @param attempt 1 for the first
 */
public record Request(long id, Account account, Query<?, ?> query, int attempt) {
    /** The outcome of a request that did not return one, because its thread broke down. It may have been sent. */
    public static final Outcome BROKEN = new Outcome.Failed(new QueryFailure(
            Reason.VENDOR_UNAVAILABLE, "The request broke down inside Callport", Sent.MAYBE, null, null));

    /** Makes the request on the calling thread, for as long as the vendor takes; never throws an exception. */
    public Outcome ask(Ports ports) {
        try {
            return new Outcome.Answered(ask(query, ports));
        } catch (QueryFailedException e) {
            return new Outcome.Failed(e.failure());
        } catch (RuntimeException e) {
            return new Outcome.Failed(unexpected(e));
        }
    }

    private <P, A extends Answer> A ask(Query<P, A> asked, Ports ports) {
        return asked.ask(ports.port(asked.port()), account);
    }

    /** The failure names only the exception's kind, since its message may quote what the vendor sent. */
    private static QueryFailure unexpected(RuntimeException e) {
        String detail = "The vendor's answer could not be read: " + ExceptionKind.of(e);
        return new QueryFailure(Reason.MALFORMED_ANSWER, detail, Sent.MAYBE, null, null);
    }
}
