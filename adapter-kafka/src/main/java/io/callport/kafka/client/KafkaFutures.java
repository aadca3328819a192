package io.callport.kafka.client;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Waits for the futures of Kafka's clients. */
public final class KafkaFutures {
    private KafkaFutures() {}

    /**
     * Waits for the future's value.
     *
     * @throws KafkaException the reason why the future failed
     */
    public static <T> T value(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The future's value, or {@code null} if the future failed in the way that means "not there". */
    public static <T> @Nullable T valueUnless(Predicate<KafkaException> absent, Future<T> future) {
        try {
            return value(future);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            if (absent.test(e)) {
                return null;
            }
            throw e;
        }
    }

    /** The reason why the future failed; {@code null} if the future did not fail. */
    public static @Nullable KafkaException failure(Future<?> future) {
        try {
            Object unused = value(future);
            return null;
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            return e;
        }
    }
}
