package io.callport.kafka.admin;

/** No result came, or Kafka did not answer; the message says in a sentence what to check. */
public final class SendFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SendFailedException(String message) {
        super(message);
    }
}
