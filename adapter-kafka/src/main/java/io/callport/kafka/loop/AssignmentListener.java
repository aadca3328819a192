package io.callport.kafka.loop;

import io.callport.kafka.client.KafkaThreads;
import io.callport.kafka.publish.Announcements;
import io.callport.kafka.publish.Publisher;
import io.callport.kafka.publish.StateWriter;
import io.callport.kafka.state.LoopListener;
import io.callport.kafka.takeover.PartitionTakeover;
import java.util.Collection;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes partitions over when the group assigns them, and releases them when the group revokes them. Runs on the loop's
 * thread, inside {@code poll} and {@code close}.
 */
final class AssignmentListener implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(AssignmentListener.class);

    private final LoopParts parts;
    private final PartitionTakeover takeover;
    private final Announcements announcements;
    private final Publisher publisher;
    private final StateWriter stateWriter;
    private final LoopListener listener;
    private boolean changing;

    AssignmentListener(
            LoopParts parts,
            PartitionTakeover takeover,
            Announcements announcements,
            Publisher publisher,
            StateWriter stateWriter,
            LoopListener listener) {
        this.parts = parts;
        this.takeover = takeover;
        this.announcements = announcements;
        this.publisher = publisher;
        this.stateWriter = stateWriter;
        this.listener = listener;
    }

    /** Whether a change of the assignment began and did not end: an error broke it off. */
    boolean changing() {
        return changing;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        changing = true;
        LOG.atInfo().addKeyValue("partitions", assigned).log("Assigned partitions");
        takeover.assigned(assigned);
        listener.partitionsAssigned(assigned.size());
        KafkaThreads.useDefaultHandler();
        changing = false;
    }

    /**
     * Commits the results that are ready while this instance still owns these partitions, with the slots as they are
     * now.
     */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        changing = true;
        LOG.atInfo().addKeyValue("partitions", revoked).log("Revoked partitions");
        listener.partitionsRevoked(revoked.size());
        announcements.drop(Set.copyOf(revoked));
        try {
            publisher.handOver(Set.copyOf(revoked));
        } finally {
            forget(revoked);
        }
        changing = false;
    }

    /** Another instance owns these partitions already: committing would be wrong. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        changing = true;
        LOG.atWarn().addKeyValue("partitions", lost).log("Lost partitions");
        listener.partitionsLost(lost.size());
        abandon(lost);
        changing = false;
    }

    /** Ends the work on partitions, and commits nothing for them. */
    void abandon(Collection<TopicPartition> abandoned) {
        announcements.drop(Set.copyOf(abandoned));
        forget(abandoned);
    }

    private void forget(Collection<TopicPartition> gone) {
        takeover.remove(gone);
        parts.partitions.remove(gone);
        parts.forgetOthers();
        stateWriter.forget(gone);
    }
}
