package io.callport.observability.tracing;

import io.callport.query.Reason;

/** Why something failed, for observations only: it is never thrown and has no stack. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(Reason reason, String detail) {
        super(Shortened.text(reason.code() + (detail.isEmpty() ? "" : ": " + detail)), null, false, false);
    }
}
