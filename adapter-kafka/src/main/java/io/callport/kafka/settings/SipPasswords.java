package io.callport.kafka.settings;

/** Whether results show SIP passwords. */
public enum SipPasswords {
    /** Results leave SIP passwords out. */
    REDACT,
    /** Results show SIP passwords in clear: for applications that provision phones and protect their topics. */
    INCLUDE
}
