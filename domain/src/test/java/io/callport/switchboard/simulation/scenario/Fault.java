package io.callport.switchboard.simulation.scenario;

import io.callport.query.QueryFailure.Scope;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;

/** The faults of a request, as its sender sees them. */
public enum Fault {
    NONE(Reason.EXPIRED, Sent.YES, 200, false),
    INSTANT(Reason.EXPIRED, Sent.YES, 200, false),
    BUSY(Reason.VENDOR_UNAVAILABLE, Sent.YES, 503, false),
    BUSY_AND_WAIT(Reason.VENDOR_UNAVAILABLE, Sent.YES, 503, true),
    TOO_MANY(Reason.VENDOR_UNAVAILABLE, Sent.YES, 429, false),
    TOO_MANY_AND_WAIT(Reason.VENDOR_UNAVAILABLE, Sent.YES, 429, true),
    BAD_GATEWAY(Reason.VENDOR_UNAVAILABLE, Sent.MAYBE, 502, false),
    RESET(Reason.VENDOR_UNAVAILABLE, Sent.MAYBE, 0, false),
    REQUEST_LOST(Reason.VENDOR_UNAVAILABLE, Sent.MAYBE, 0, false),
    REPLY_LOST(Reason.VENDOR_UNAVAILABLE, Sent.MAYBE, 0, false),
    LATE_ARRIVAL(Reason.VENDOR_UNAVAILABLE, Sent.MAYBE, 0, false),
    NOT_SENT(Reason.VENDOR_UNAVAILABLE, Sent.NO, 0, false),
    UNAUTHORIZED(Reason.UNAUTHORIZED, Sent.YES, 401, false),
    FORBIDDEN(Reason.UNAUTHORIZED, Sent.YES, 403, false),
    FORBIDDEN_ELSEWHERE(Reason.UNAUTHORIZED, Sent.YES, 404, false),
    FORBIDDEN_AND_WAIT(Reason.UNAUTHORIZED, Sent.YES, 403, true),
    REFUSED(Reason.VENDOR_REFUSED, Sent.YES, 400, false),
    GARBAGE(Reason.MALFORMED_ANSWER, Sent.MAYBE, 200, false);

    final Reason reason;
    final Sent sent;
    final int status;
    final boolean wait;

    Fault(Reason reason, Sent sent, int status, boolean wait) {
        this.reason = reason;
        this.sent = sent;
        this.status = status;
        this.wait = wait;
    }

    /** S7: a refused signature and too many requests are the account's; all else may be the query's. */
    Scope scope() {
        return status == 401 || status == 429 ? Scope.ACCOUNT : Scope.QUERY;
    }

    boolean answers() {
        return status == 200 && sent == Sent.YES;
    }
}
