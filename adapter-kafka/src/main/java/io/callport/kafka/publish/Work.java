package io.callport.kafka.publish;

import io.callport.account.Account;
import io.callport.kafka.partition.OwnedPartitions;
import io.callport.kafka.partition.PartitionProgress;
import io.callport.switchboard.Request;
import io.callport.switchboard.SpentSlot;
import java.time.Duration;
import java.util.List;

/** Where the work is done that is published. One thread calls it. */
public interface Work {
    /** What waits to be published. */
    Outbox outbox();

    /** The partitions that it is for. */
    OwnedPartitions partitions();

    /** What the broker takes as the metadata of an offset. */
    MetadataLimit metadataLimit();

    /** What an account has spent of its budget by now. */
    List<SpentSlot> spent(Account account);

    /** What an account spent elsewhere. */
    void restore(Account account, List<SpentSlot> spent);

    /** Refuses that many commands of a partition, or all; their results go before all others. Returns how many it refused. */
    int shed(PartitionProgress progress, int count);

    /** How long after its announcement a request may still start: the next owner of its account counts on that. */
    Duration startDelay();

    /** Starts a request that was announced, unless it is too late for it by the monotonic clock. */
    void start(Request request, long notAfter);
}
