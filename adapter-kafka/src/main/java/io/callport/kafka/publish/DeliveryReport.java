package io.callport.kafka.publish;

import io.callport.kafka.result.Publication;

/** What is reported of a delivery once its fate is known: one of both, once. */
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
