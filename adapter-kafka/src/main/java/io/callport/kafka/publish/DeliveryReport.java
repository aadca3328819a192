package io.callport.kafka.publish;

/** What happens once a publication's fate is known: one of both, once. */
@FunctionalInterface
public interface DeliveryReport {
    /** It is committed. */
    void committed();

    /** It is not ours to publish any more, or it is unknown whether it was. */
    default void dropped() {}
}
