package io.callport.kafka.partition;

import io.callport.kafka.checkpoint.SpentSlots;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** What was found of a partition that this instance takes over. */
public sealed interface TakeoverResult {
    /** Calls the one method that fits. */
    void dispatch(Consumer<Ready> ready, Consumer<Blocked> blocked);

    /**
     * Work can begin.
     *
     * @param progress how far it has come
     * @param from where to read on
     * @param spent what the accounts whose home it is have spent
     */
    record Ready(PartitionProgress progress, OffsetAndMetadata from, SpentSlots spent) implements TakeoverResult {
        @Override
        public void dispatch(Consumer<Ready> ready, Consumer<Blocked> blocked) {
            ready.accept(this);
        }
    }

    /** Work cannot begin before someone has done something about this. */
    record Blocked(String what) implements TakeoverResult {
        @Override
        public void dispatch(Consumer<Ready> ready, Consumer<Blocked> blocked) {
            blocked.accept(this);
        }
    }
}
