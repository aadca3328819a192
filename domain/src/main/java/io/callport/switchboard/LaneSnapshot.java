package io.callport.switchboard;

import io.callport.account.Account;
import io.callport.query.QueryFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The state of an account's lane at one moment.
 *
 * @param account the account of the lane
 * @param waiting the commands that wait to be asked, without the commands in flight
 * @param oldestWait the time since the first waiting command came in; zero if none waits
 * @param requestsInFlight requests in flight
 * @param slotsUsed requests that the budget counts, those in flight included; zero without a budget, and more than the
 *     budget where it was made smaller
 * @param closedFor the time until the lane opens; zero if it is open
 * @param closedBy the failure that closed the lane; {@code null} if it is open
 */
public record LaneSnapshot(
        Account account,
        int waiting,
        Duration oldestWait,
        int requestsInFlight,
        int slotsUsed,
        Duration closedFor,
        @Nullable QueryFailure closedBy) {
    /** The snapshot of an account of which nothing is kept. */
    public static LaneSnapshot idle(Account account) {
        return new LaneSnapshot(account, 0, Duration.ZERO, 0, 0, Duration.ZERO, null);
    }
}
