package io.callport.kafka.publish;

import org.apache.kafka.common.KafkaException;
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
}
