package io.callport.switchboard;

import io.callport.account.Budget;
import io.callport.query.QueryFailure.Sent;
import java.time.Duration;
import java.util.PriorityQueue;

/**
 * The budget of one account as slots. S2: a slot is taken when a request starts and freed a window after the request
 * <em>ended</em>, so that among any N+1 requests two used the same slot one after the other, at least a window apart at the
 * vendor. A request that may still arrive keeps its slot for one more timeout; one that was never sent frees it at once.
 */
final class Slots {
    /** Clocks of two machines may differ in rate; a thousandth is far more than any of them does. */
    private static final long CLOCK_RATE_DIVISOR = 1_000;

    private final Budget budget;
    private final long window;
    private final long lateArrival;
    private final PriorityQueue<Long> freeAt = new PriorityQueue<>();
    private int inFlight;

    Slots(Budget budget, Duration lateArrival) {
        this.budget = budget;
        this.window = budget.window().toNanos() + budget.window().toNanos() / CLOCK_RATE_DIVISOR;
        this.lateArrival = lateArrival.toNanos();
    }

    /** Whether a request may start now. */
    boolean free(long now) {
        if (!budget.limited()) {
            return true;
        }
        release(now);
        return inFlight + freeAt.size() < budget.requests();
    }

    void take() {
        inFlight++;
    }

    void ended(Sent sent, long now) {
        inFlight--;
        if (budget.limited() && sent != Sent.NO) {
            freeAt.add(now + window + (sent == Sent.MAYBE ? lateArrival : 0));
        }
    }

    /** When the next held slot is freed, after now; {@link Long#MAX_VALUE} if only the end of a request can free one. */
    long nextFree(long now) {
        release(now);
        Long next = freeAt.peek();
        return next == null ? Long.MAX_VALUE : next;
    }

    /** Whether no slot is in use or held, so that nothing is lost by forgetting this account. */
    boolean unused(long now) {
        release(now);
        return inFlight == 0 && freeAt.isEmpty();
    }

    private void release(long now) {
        while (!freeAt.isEmpty() && freeAt.peek() <= now) {
            freeAt.remove();
        }
    }
}
