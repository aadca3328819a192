package io.callport.kafka.takeover;

import io.callport.kafka.partition.PartitionProgress;
import io.callport.kafka.partition.PartitionState;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** Whether work on a partition that this instance takes over can begin. */
public sealed interface TakeoverResult {
    /** Calls the consumer that fits this result. */
    void match(Consumer<Ready> ready, Consumer<Blocked> blocked);

    /**
     * Work on the partition can begin.
     *
     * @param progress the progress of the partition
     * @param from the offset from which to read on
     * @param state the records that the state topic has of the partition
     * @param inherited the slots that the accounts with this home have spent
     */
    record Ready(PartitionProgress progress, OffsetAndMetadata from, PartitionState state, InheritedSlots inherited)
            implements TakeoverResult {
        @Override
        public void match(Consumer<Ready> ready, Consumer<Blocked> blocked) {
            ready.accept(this);
        }
    }

    /** Work cannot begin before an operator has followed the instruction. */
    record Blocked(String what) implements TakeoverResult {
        @Override
        public void match(Consumer<Ready> ready, Consumer<Blocked> blocked) {
            blocked.accept(this);
        }
    }
}
