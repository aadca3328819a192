package io.callport.observability.tracing;

import io.callport.query.Reason;

/** The reason of a failure, for observations only: the exception is never thrown and has no stack trace. */
final class QueryRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueryRefusedException(Reason reason, String detail) {
        super(ObservationKeys.shortened(reason.code() + (detail.isEmpty() ? "" : ": " + detail)), null, false, false);
    }
}
