package io.callport.webhook.settings;

import java.util.Locale;

/** What became of a request. */
public enum WebhookOutcome {
    /** The event is safe. */
    PUBLISHED,
    /** The event is safe, and holds the vendor's fields as they came: they did not map to the event's record. */
    UNMAPPED,
    /** It is not authentic: an unknown account, a wrong or missing signature, token or path secret. */
    NOT_AUTHENTIC,
    /** It is signed, and its own time is too far off. */
    TOO_OLD,
    /** It is authentic, and no callback of the kind that its path says. */
    WRONG_KIND,
    /** It is authentic, and no JSON object. */
    NOT_JSON,
    /** Its body is larger than is taken. */
    TOO_LARGE,
    /** Its body did not come in time. */
    TOO_SLOW,
    /** Its client went away before all of it had come. */
    CUT_OFF,
    /** Its path is none of a callback. */
    NO_ROUTE,
    /** Its method is another one than POST. */
    WRONG_METHOD,
    /** So much waits that it was not taken. */
    OVERLOADED,
    /** The sink did not say in time that the event is safe, or refused it. */
    NOT_ACKNOWLEDGED,
    /** A mistake of Callport's. */
    FAILED;

    /** The outcome as it stands in metrics and log lines: {@code not-authentic}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
