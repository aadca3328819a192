package io.callport.kafka.admin;

/** No result came; the message says in a sentence what to look at. */
public final class NoResultException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoResultException(String message) {
        super(message);
    }
}
