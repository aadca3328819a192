package io.callport.kafka.admin.deadletters;

import io.callport.kafka.result.DeadLetter;

/** Told what becomes of dead letters while they are read and published, on the thread that does so. */
public interface LettersListener {
    /** Listens to nothing. */
    LettersListener NONE = new LettersListener() {};

    /** So many of so many offsets were read. */
    default void read(long offsets, long of) {}

    /** It is published again, acknowledged, as the record {@code topic/partition/offset}. */
    default void published(DeadLetter letter, String position) {}

    /** It would be published on that topic, if this were not only tried. */
    default void wouldBePublished(DeadLetter letter, String topic) {}

    /** It was published again before, and died again as the dead letter at that {@code partition/offset}. */
    default void diedAgain(DeadLetter letter, String position) {}

    /** It cannot be published, in words with a remedy. */
    default void refused(DeadLetter letter, String why) {}
}
