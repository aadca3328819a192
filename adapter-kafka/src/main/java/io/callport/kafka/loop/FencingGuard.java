package io.callport.kafka.loop;

import io.callport.kafka.publish.KafkaFailures;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;

/**
 * Detects another process that uses this process's transactional id or {@code group.instance.id}: one of the two must
 * end. One thread owns the guard.
 */
final class FencingGuard {
    private static final Duration WITHIN = Duration.ofMinutes(1);

    private final Duration transactionTimeout;
    private @Nullable Long last;

    /** @param transactionTimeout the time after which the broker ends a transaction, which looks like fencing */
    FencingGuard(Duration transactionTimeout) {
        this.transactionTimeout = transactionTimeout;
    }

    /**
     * Checks why a session failed.
     *
     * @param began the beginning of the turn in which the session failed, on a monotonic clock, in nanoseconds
     * @param now the present time on the same clock
     * @throws IllegalStateException if the producer or the consumer was fenced for the second time within a minute
     */
    void check(KafkaException failure, long began, long now) {
        String remedy = remedy(failure, now - began >= transactionTimeout.toNanos());
        if (remedy == null) {
            return;
        }
        if (last != null && now - last < WITHIN.toNanos()) {
            throw new IllegalStateException(remedy, failure);
        }
        last = now;
    }

    /** The remedy if a failure says that another process has the same name; {@code null} for any other failure. */
    private static @Nullable String remedy(KafkaException failure, boolean timedOut) {
        if (KafkaFailures.causedBy(failure, FencedInstanceIdException.class)) {
            return "another consumer took over this one's group.instance.id twice within a minute; give each instance a"
                    + " group.instance.id of its own, or none, and start this instance again";
        }
        return !timedOut && KafkaFailures.causedBy(failure, ProducerFencedException.class)
                ? "another producer took over this one's transactional.id twice within a minute; find who else uses ids"
                        + " that begin with this group's id, and start this instance again"
                : null;
    }
}
