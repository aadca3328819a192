package io.callport.kafka.checkpoint;

/** Bytes are not what a writer would have written; the message says where, never their content. */
final class DamagedCheckpointException extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedCheckpointException(String message) {
        super(message);
    }
}
