package io.callport.kafka.publish;

import io.callport.kafka.result.Publication;

/** Receives the end of a delivery: exactly one of these methods is called, once. */
@FunctionalInterface
public interface DeliveryReport {
    /**
     * The delivery is committed.
     *
     * @param published the version that was: a record may have taken another form on its way
     */
    void committed(Publication published);

    /** The delivery is not ours to publish any more, or it is unknown whether it was published. */
    default void dropped() {}
}
