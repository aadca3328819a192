package io.callport.kafka.command;

/** The record is no command; the message says why and what a command needs. */
final class NoCommandException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String why;

    NoCommandException(String why) {
        super(why);
        this.why = why;
    }

    String why() {
        return why;
    }
}
