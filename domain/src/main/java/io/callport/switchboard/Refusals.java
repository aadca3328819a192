package io.callport.switchboard;

import io.callport.query.ExceptionKind;
import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import java.time.Duration;

/** The refusals of the switchboard itself, with their texts. */
final class Refusals {
    static final QueryFailure LANE_FULL =
            QueryFailure.notSent(Reason.OVERLOADED, "Too many commands wait for this account already");
    static final QueryFailure ALL_FULL =
            QueryFailure.notSent(Reason.OVERLOADED, "Too many commands wait in all, most of them for this account");
    static final QueryFailure LANE_HEAVY = QueryFailure.notSent(
            Reason.OVERLOADED, "The commands that wait for this account hold too much memory already");
    static final QueryFailure ALL_HEAVY = QueryFailure.notSent(
            Reason.OVERLOADED, "The commands that wait hold too much memory in all, most of it for this account");
    static final QueryFailure EXPIRED_WAITING =
            QueryFailure.notSent(Reason.EXPIRED, "The command's deadline passed before the vendor could be asked");
    static final QueryFailure EXPIRED_IN_FLIGHT =
            QueryFailure.notSent(Reason.EXPIRED, "The command's deadline passed before the vendor answered");

    private Refusals() {}

    /** The refusal of a query whose own methods throw; the message of what they throw may hold anything. */
    static QueryFailure unreadable(Throwable thrown) {
        String detail = "The query's parameters cannot be read: " + ExceptionKind.of(thrown);
        return QueryFailure.notSent(Reason.INVALID_COMMAND, detail);
    }

    static QueryFailure overBudget(long waitNanos) {
        return new QueryFailure(
                Reason.OVER_BUDGET,
                "The account's budget leaves no request for this command before its deadline",
                Sent.NO,
                Duration.ofNanos(waitNanos),
                null);
    }

    /** S7: the refusal on a lane that is closed because the vendor does not know its account. */
    static QueryFailure closed(Lane<?> lane, long now) {
        return new QueryFailure(
                Reason.UNAUTHORIZED,
                "The vendor refused this account's signature; it is not asked again until retryAfter has passed",
                Sent.NO,
                untilOpen(lane, now),
                null);
    }

    /** A copy of the failure with the time from which trying again can help. */
    static QueryFailure withRetryAfter(QueryFailure failure, Lane<?> lane, long now) {
        return new QueryFailure(
                failure.reason(),
                failure.detail(),
                failure.sent(),
                failure.scope(),
                untilOpen(lane, now),
                failure.vendorReply());
    }

    private static Duration untilOpen(Lane<?> lane, long now) {
        return Duration.ofNanos(Math.max(0, lane.closure.opensAt() - now));
    }
}
