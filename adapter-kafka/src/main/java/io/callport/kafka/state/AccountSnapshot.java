package io.callport.kafka.state;

import io.callport.account.Account;
import io.callport.account.Budget;
import io.callport.query.Reason;
import io.callport.switchboard.LaneState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A configured account, as this instance sees it.
 *
 * @param budget what may be asked of it
 * @param home where its commands are asked, as in {@code callport.7moor.commands-2}; {@code null} while no topic was seen
 * @param here whether this instance works on its home; if not, all that follows is what this instance knows, which is little
 * @param lane what waits, what is spent, whether it is closed
 * @param overBudget how many commands were refused {@code over-budget} since this process began
 * @param lastRefusal the last result without an answer since this process began; {@code null} if there was none
 */
public record AccountSnapshot(
        Budget budget,
        @Nullable String home,
        boolean here,
        LaneState lane,
        long overBudget,
        @Nullable Refusal lastRefusal) {
    /** Which. */
    public Account account() {
        return lane.account();
    }

    /** How many further requests the budget allows now; all that an {@code int} can say where it does not limit. */
    public int budgetFree() {
        return budget.limited() ? Math.max(0, budget.requests() - lane.slotsUsed()) : Integer.MAX_VALUE;
    }

    /**
     * A result without an answer that was published.
     *
     * @param detail as in the result
     * @param at when it was decided
     */
    public record Refusal(Reason reason, String detail, Instant at) {}
}
