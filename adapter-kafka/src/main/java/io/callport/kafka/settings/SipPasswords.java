package io.callport.kafka.settings;

/** What happens to SIP passwords in results. */
public enum SipPasswords {
    /** They are left out. */
    REDACT,
    /** They are published in clear: for applications that provision phones and whose topics are protected. */
    INCLUDE
}
