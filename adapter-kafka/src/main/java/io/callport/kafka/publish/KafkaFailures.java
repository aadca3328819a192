package io.callport.kafka.publish;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.protocol.Errors;
import org.jspecify.annotations.Nullable;

/** Finds the cause of a failure: the producer's error state wraps the exception that caused this state. */
public final class KafkaFailures {
    private KafkaFailures() {}

    /** Whether a failure, or one of its causes, is of a type. */
    public static boolean causedBy(KafkaException failure, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a broker refused the metadata of an offset for its length: the producer has no class for this failure, only
     * a text.
     */
    static boolean metadataTooLarge(KafkaException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(Errors.OFFSET_METADATA_TOO_LARGE.message())) {
                return true;
            }
        }
        return false;
    }
}
