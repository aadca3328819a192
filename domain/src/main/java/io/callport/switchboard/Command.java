package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.query.Query;
import java.time.Duration;

/**
 * A query of an account, which gets exactly one {@link Result}.
 *
 * @param attachment the object by which the caller knows the command again; the switchboard only carries it
 * @param account the account to ask
 * @param query the query
 * @param deadline the time at which the command expires, in nanoseconds on the switchboard's clock
 * @param maxAge the greatest age of an answer, counted from the start of its request: zero for a request made after the
 *     command came in
 * @param weight the bytes that the command takes while it has no result: the caller measures them
 * @param <T> the type of the attachment
 */
public record Command<T>(
        T attachment, Account account, Query<?, ?> query, long deadline, Duration maxAge, long weight) {
    private static final Duration OLDEST = Duration.ofDays(365);

    /** An age of more than a year counts as a year. */
    public Command {
        maxAge = maxAge.compareTo(OLDEST) > 0 ? OLDEST : maxAge;
    }

    /** A command that weighs nothing. */
    public Command(T attachment, Account account, Query<?, ?> query, long deadline, Duration maxAge) {
        this(attachment, account, query, deadline, maxAge, 0);
    }

    /** A command that wants a fresh answer. */
    public Command(T attachment, Account account, Query<?, ?> query, long deadline) {
        this(attachment, account, query, deadline, Duration.ZERO);
    }
}
