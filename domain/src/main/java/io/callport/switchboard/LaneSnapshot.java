package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.query.QueryFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an account, at one moment.
 *
 * @param account whose lane it is
 * @param waiting commands that wait to be asked; those in flight do not
 * @param oldestWait how long ago the first of them came in; zero if none waits
 * @param requestsInFlight how many
 * @param slotsUsed requests that the budget counts, those in flight included; zero without a budget, and more than the budget
 *     where it was made smaller
 * @param closedFor how long the vendor is left alone yet; zero if it is not
 * @param closedBy the failure for which it is; {@code null} if it is not
 */
public record LaneSnapshot(
        Account account,
        int waiting,
        Duration oldestWait,
        int requestsInFlight,
        int slotsUsed,
        Duration closedFor,
        @Nullable QueryFailure closedBy) {
    /** An account of which nothing is kept. */
    public static LaneSnapshot idle(Account account) {
        return new LaneSnapshot(account, 0, Duration.ZERO, 0, 0, Duration.ZERO, null);
    }
}
