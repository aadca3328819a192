package io.callport.kafka.takeover.model.identity;

/** A deliberate mistake of a broken variant of the protocol. */
enum Mistake {
    /** Writes the id that the command topic has now into the marker, not the one that the partition was begun with. */
    MARKER_WITH_THE_ID_AS_OF_WRITING,
    /** Takes over with the command topic's id that it asked for before the assignment. */
    STALE_TOPIC_VIEW,
    /** Does not compare the state topic with what the marker says of it. */
    STATE_TOPIC_REPLACED_UNNOTICED,
    /** Does not look whose state it reads. */
    GROUP_NOT_COMPARED,
    /** Believes the done chunks although the offset is not the one that they belong to. */
    DONE_CHUNK_KEPT_AFTER_A_RESET
}
