package io.callport.kafka.loop;

import io.callport.kafka.partition.PartitionTakeover;
import io.callport.kafka.publish.Announcements;
import io.callport.kafka.publish.PartitionCheckpoints;
import io.callport.kafka.publish.Publisher;
import java.util.Collection;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when partitions come and go. Called on the loop's thread, inside {@code poll} and {@code close}. */
final class AssignmentListener implements ConsumerRebalanceListener {
    private static final Logger LOG = LoggerFactory.getLogger(AssignmentListener.class);

    private final Engine engine;
    private final PartitionTakeover takeover;
    private final Announcements announcements;
    private final Publisher publisher;
    private final PartitionCheckpoints checkpoints;

    AssignmentListener(
            Engine engine,
            PartitionTakeover takeover,
            Announcements announcements,
            Publisher publisher,
            PartitionCheckpoints checkpoints) {
        this.engine = engine;
        this.takeover = takeover;
        this.announcements = announcements;
        this.publisher = publisher;
        this.checkpoints = checkpoints;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
        LOG.atInfo().addKeyValue("partitions", assigned).log("Assigned partitions");
        takeover.assigned(assigned);
        engine.listener().partitionsAssigned(assigned.size());
    }

    /** What is ready is committed while these partitions are still ours, with the slots as they are now. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
        LOG.atInfo().addKeyValue("partitions", revoked).log("Revoked partitions");
        engine.listener().partitionsRevoked(revoked.size());
        withdraw(revoked);
        try {
            publisher.handOver(Set.copyOf(revoked));
        } finally {
            forget(revoked);
        }
    }

    /** They are someone else's already: committing would be wrong. */
    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
        LOG.atWarn().addKeyValue("partitions", lost).log("Lost partitions");
        engine.listener().partitionsLost(lost.size());
        giveUp(lost);
    }

    /** They are ours, but nothing may be done with them any more. */
    void giveUp(Collection<TopicPartition> stopped) {
        withdraw(stopped);
        forget(stopped);
    }

    /** Requests that were to be announced are the next owner's to make. */
    private void withdraw(Collection<TopicPartition> gone) {
        announcements
                .take(Set.copyOf(gone))
                .forEach(request -> engine.notMade(request, "The request was not made: its account moved on"));
    }

    private void forget(Collection<TopicPartition> gone) {
        takeover.gone(gone);
        engine.partitions().gone(gone);
        engine.forgetOthers();
        checkpoints.forget(gone);
    }
}
