package io.callport.event;

import java.time.Duration;

/** An event that could not be taken now; the vendor is asked to send it again. */
public final class EventRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Duration retryAfter;

    /**
     * @param why why the event could not be taken, in a few words without any of its data
     * @param retryAfter the time after which to send the event again
     */
    public EventRefusedException(String why, Duration retryAfter) {
        super(why);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
