package io.callport.kafka.settings;

/** Whether a command may name an account of another vendor than that of its command topic. */
public enum CrossVendor {
    /** The command is re-routed to its account's home: who may write to one command topic can query every account. */
    ALLOW,
    /** The command is refused: the rights on a vendor's command topic are the rights on that vendor's accounts. */
    REFUSE
}
