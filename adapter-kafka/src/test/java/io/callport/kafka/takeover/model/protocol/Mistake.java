package io.callport.kafka.takeover.model.protocol;

/** A deliberate mistake of a broken variant of the protocol. */
enum Mistake {
    /** Starts a request although no record announces it. */
    REQUEST_BEFORE_ANNOUNCEMENT,
    /** Writes state records without a transaction; offsets and results keep theirs. */
    STATE_OUTSIDE_THE_TRANSACTION,
    /** Writes a refresh in a transaction that commits no offset, so the group checks nothing. */
    REFRESH_WITHOUT_OFFSET,
    /**
     * Commits the offset of another partition with state of this one: the member is checked, but no offset is pending
     * here.
     */
    OFFSET_OF_ANOTHER_PARTITION,
    /** Writes state after the callback that took the partition away. */
    STATE_AFTER_REVOCATION,
    /** Reads the last committed offset although a transaction holds a newer one that is not decided everywhere. */
    OFFSET_FROM_ADMIN,
    /** Reads up to the last stable offset instead of the high-water mark. */
    LAST_STABLE_OFFSET,
    /** Asks for the high-water mark before the committed offset. */
    END_BEFORE_OFFSET,
    /** Goes on with the offset of a takeover whose assignment is over. */
    TAKEOVER_OF_AN_EARLIER_ASSIGNMENT
}
