package io.callport.kafka.command;

import io.callport.query.Reason;

/** The command is invalid; the message says which part is wrong and what would be right. */
final class InvalidCommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    InvalidCommandException(String detail) {
        this(Reason.INVALID_COMMAND, detail);
    }

    InvalidCommandException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.detail = detail;
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return detail;
    }
}
