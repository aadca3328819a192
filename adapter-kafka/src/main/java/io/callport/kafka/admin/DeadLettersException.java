package io.callport.kafka.admin;

/** The dead letters cannot be read or published; the message says in a sentence why, with the remedy. */
public final class DeadLettersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadLettersException(String message) {
        super(message);
    }
}
