package io.callport.kafka.publish;

import io.callport.kafka.result.Publication;

/** Receives the end of a delivery: exactly one of these methods is called, once. */
@FunctionalInterface
public interface DeliveryReport {
    /**
     * Reports that the delivery was committed.
     *
     * @param published the version that was committed: a record may have taken another form on its way
     */
    void committed(Publication published);

    /**
     * Reports that another instance publishes the delivery, or that nobody knows whether the delivery was published.
     */
    default void dropped() {}
}
