package io.callport.kafka.takeover.model.ages;

/** A deliberate mistake of a broken variant of the protocol. */
enum Mistake {
    /** Counts a slot in flight by the timeout of the owner that reads, not by the longer one of the writer. */
    READERS_TIMEOUT,
    /** Writes only what it has changed itself: an inherited record is never refreshed. */
    INHERITED_RECORDS_NOT_DUE,
    /** Never writes a record again because it has become old. */
    NO_REFRESH
}
