package io.callport.kafka.takeover.model.addedpartitions;

/** A deliberate mistake of a broken variant of the protocol. */
enum Mistake {
    /** Commits the identity with the new count before the accounts that this count counts as spent. */
    IDENTITY_BEFORE_ITS_ACCOUNTS,
    /** Counts nothing as spent in a partition that was never written, whatever the others say. */
    NEW_PARTITION_TAKEN_FOR_A_FIRST_START,
    /** Believes that the account has spent nothing when its home moved here. */
    MOVED_ACCOUNT_FORGOTTEN,
    /** Compares only the home before with the home now, and forgets that the topic may have grown twice in between. */
    GROWTHS_BETWEEN_FORGOTTEN
}
