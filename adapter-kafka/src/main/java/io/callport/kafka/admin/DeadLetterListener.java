package io.callport.kafka.admin;

/** Receives the events of reading and publishing dead letters, on the thread that does so. */
public interface DeadLetterListener {
    DeadLetterListener NONE = new DeadLetterListener() {};

    /** Reports the number of offsets that were read, and their total. */
    default void progress(long offsets, long total) {}

    /** The dead letter was published again, acknowledged, as the record {@code topic/partition/offset}. */
    default void published(DeadLetter letter, String position) {}

    /** The dead letter would be published on that topic, but this is a dry run. */
    default void wouldBePublished(DeadLetter letter, String topic) {}

    /** The dead letter was published again before, and became the dead letter at that position. */
    default void repeated(DeadLetter letter, DeadLetterPosition position) {}

    /** The dead letter cannot be published; the reason is a sentence with its remedy. */
    default void refused(DeadLetter letter, String reason) {}
}
