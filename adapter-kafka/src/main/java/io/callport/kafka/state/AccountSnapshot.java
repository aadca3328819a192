package io.callport.kafka.state;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.query.Reason;
import io.callport.switchboard.LaneSnapshot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a configured account, as this instance sees it.
 *
 * @param budget the requests that the vendor allows
 * @param home the partition whose owner processes its commands, as in {@code callport.7moor.commands-2}; {@code null}
 *     while its topic is not known
 * @param here whether this instance owns the home; if not, the other components say only what this instance knows
 * @param lane the waiting commands, the spent slots, and whether the lane is closed
 * @param overBudget the number of commands that were refused {@code over-budget} since the process started
 * @param lastRefusal the last published refusal since the process started; {@code null} if there was none
 * @param inherited the slots that were spent before this instance took the home over and still count; {@code null} for
 *     none
 * @param owner the member of the group that has the home, by host and name; {@code null} if that is not known
 */
public record AccountSnapshot(
        Budget budget,
        @Nullable String home,
        boolean here,
        LaneSnapshot lane,
        long overBudget,
        @Nullable PublishedRefusal lastRefusal,
        @Nullable Inherited inherited,
        @Nullable String owner) {
    /**
     * Slots of the budget that were spent before this instance took the account over, or that count as if they were.
     *
     * @param slots the number of slots that still count
     * @param why the reason why they count, in words
     */
    public record Inherited(int slots, String why) {}

    public Account account() {
        return lane.account();
    }

    /**
     * The number of further requests that the budget allows now; the largest {@code int} if the budget is unlimited.
     */
    public int budgetFree() {
        return budget.limited() ? Math.max(0, budget.requests() - lane.slotsUsed()) : Integer.MAX_VALUE;
    }

    /**
     * A refusal that was published as a result.
     *
     * @param detail the detail as in the result
     * @param at the time of the refusal
     */
    public record PublishedRefusal(Reason reason, String detail, Instant at) {}
}
