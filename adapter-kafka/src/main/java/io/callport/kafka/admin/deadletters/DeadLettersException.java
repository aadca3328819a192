package io.callport.kafka.admin.deadletters;

/** The dead letters cannot be read or published; the message says in a sentence why and what to do. */
public final class DeadLettersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadLettersException(String message) {
        super(message);
    }
}
