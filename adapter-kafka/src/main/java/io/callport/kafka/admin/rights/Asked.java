package io.callport.kafka.admin.rights;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Waits for how a question to the cluster ended: what a refusal says is as good as an answer. */
final class Asked {
    private Asked() {}

    /** Why it failed; {@code null} if it did not. */
    static @Nullable KafkaException failure(KafkaFuture<?> future) {
        try {
            Object unused = value(future);
            return null;
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            return e;
        }
    }

    /**
     * What it gave.
     *
     * @throws KafkaException why it failed
     */
    static <T> T value(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
