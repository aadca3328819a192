package io.callport.kafka.partition;

import io.callport.kafka.checkpoint.SpentSlots;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** Whether work on a partition that this instance takes over can begin. */
public sealed interface TakeoverResult {
    /** Calls the one method that fits. */
    void match(Consumer<Ready> ready, Consumer<Blocked> blocked);

    /**
     * Work can begin.
     *
     * @param progress how far it has come
     * @param from where to read on
     * @param spent what the accounts whose home it is have spent
     */
    record Ready(PartitionProgress progress, OffsetAndMetadata from, SpentSlots spent) implements TakeoverResult {
        @Override
        public void match(Consumer<Ready> ready, Consumer<Blocked> blocked) {
            ready.accept(this);
        }
    }

    /** Work cannot begin before an operator has done what this says. */
    record Blocked(String what) implements TakeoverResult {
        @Override
        public void match(Consumer<Ready> ready, Consumer<Blocked> blocked) {
            blocked.accept(this);
        }
    }
}
