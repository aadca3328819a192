package io.callport.switchboard;

import io.callport.query.QueryFailure;
import io.callport.query.QueryFailure.Sent;
import io.callport.query.Reason;
import io.callport.query.VendorReply;

/** S7: which failures close a lane. */
final class Closing {
    private static final int TOO_MANY_REQUESTS = 429;

    private Closing() {}

    static void after(QueryFailure failure, Closure closure, Retries retries, long now) {
        if (failure.sent() == Sent.NO) {
            return; // no vendor said anything
        }
        long opensAt = closure.opensAt();
        if (failure.reason() == Reason.UNAUTHORIZED) {
            closure.unauthorized(now);
        }
        VendorReply reply = failure.vendorReply();
        if (failure.retryAfter() != null) {
            closure.retryAfter(failure.retryAfter(), now);
        } else if (reply != null && reply.httpStatus() == TOO_MANY_REQUESTS) {
            closure.tooOften(retries, now);
        }
        if (closure.opensAt() > opensAt) {
            closure.because(failure);
        }
    }
}
