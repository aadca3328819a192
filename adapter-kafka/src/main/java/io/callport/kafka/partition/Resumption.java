package io.callport.kafka.partition;

import io.callport.kafka.checkpoint.SpentSlots;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** What was found of a partition that this instance takes over. */
public sealed interface Resumption {
    /** Calls the one method that fits. */
    void dispatch(Consumer<Begin> begin, Consumer<Problem> problem);

    /**
     * Work can begin.
     *
     * @param progress how far it has come
     * @param from where to read on
     * @param spent what the accounts whose home it is have spent
     */
    record Begin(Progress progress, OffsetAndMetadata from, SpentSlots spent) implements Resumption {
        @Override
        public void dispatch(Consumer<Begin> begin, Consumer<Problem> problem) {
            begin.accept(this);
        }
    }

    /** Work cannot begin before someone has done something about this. */
    record Problem(String what) implements Resumption {
        @Override
        public void dispatch(Consumer<Begin> begin, Consumer<Problem> problem) {
            problem.accept(this);
        }
    }
}
