package io.callport.kafka.partition;

import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;

/**
 * A partition that was assigned and is not begun.
 *
 * @param since the time of the assignment, on the monotonic clock; 0 once its checkpoint has been read
 * @param problem the remedy without which the partition cannot be begun; empty while its checkpoint has not been read
 */
record PendingPartition(TopicPartition partition, long since, String problem) {
    /** Reading takes less than a second, unless something holds the checkpoint: the delay is then a problem to report. */
    private static final Duration SOON = Duration.ofSeconds(10);

    static PendingPartition unread(TopicPartition partition, long since) {
        return new PendingPartition(partition, since, "");
    }

    static PendingPartition stopped(TopicPartition partition, String problem) {
        return new PendingPartition(partition, 0, problem);
    }

    boolean isUnread() {
        return problem.isEmpty();
    }

    /**
     * The reason why the partition's commands are not answered, in words, unless the partition is likely to be begun soon.
     */
    Stream<String> problem(long now) {
        if (!isUnread()) {
            return Stream.of(problem);
        }
        return now - since < SOON.toNanos() ? Stream.empty() : Stream.of(unreadableProblem());
    }

    private String unreadableProblem() {
        return "The checkpoint of partition " + partition
                + " cannot be read yet: most often its last owner crashed in a"
                + " transaction, which ends after its transaction.timeout.ms and ten seconds more; if this lasts longer,"
                + " look at the brokers, and for that transaction with kafka-transactions.sh find-hanging";
    }
}
