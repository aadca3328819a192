package io.callport.observability.tracing;

import io.callport.query.Reason;

/** Why something failed, for observations only: it is never thrown and has no stack. */
final class QueryRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueryRefusedException(Reason reason, String detail) {
        super(ShortText.text(reason.code() + (detail.isEmpty() ? "" : ": " + detail)), null, false, false);
    }
}
