package io.callport.kafka.topics;

import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Waits for what an administration client asked. */
final class Waiting {
    private Waiting() {}

    /** The future's value, or {@code null} if it failed in the way that means "not there". */
    static <T> @Nullable T on(KafkaFuture<T> future, Predicate<@Nullable Throwable> absent) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (absent.test(e.getCause())) {
                return null;
            }
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
