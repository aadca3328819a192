package io.callport.kafka.admin;

/** The state of an account cannot be read; the message says in a sentence why, with the remedy. */
public final class StateInspectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateInspectionException(String message) {
        super(message);
    }
}
